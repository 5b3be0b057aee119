import { Chip } from './chip';
import { countdown } from './time-words';

/** A deadline as it stands at `now` (server time): never colour alone, the words say it. */
export const Due = ({ at, now }: { at: number; now: number }) => {
  const { words, tone } = countdown(at, now);
  return <Chip tone={tone}>{words}</Chip>;
};
