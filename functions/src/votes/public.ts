/** The door of `votes` for other slices. */
export { votesOfTopic } from './votes-of-topic';
