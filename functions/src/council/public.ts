/** The door of the council for other slices. */
export { tasksInHand } from './tasks-in-hand';
