import type { CheckState } from '@gongyi/shared/media/contract';
import { StatusLine } from '../../ui';
import { COMMON } from '../copy';

/** Words that others do not see yet, said to who wrote them. */
export const WordsState = ({ state }: { state: CheckState }) => {
  if (state === 'clear') return null;
  return (
    <StatusLine tone={state === 'held' ? 'danger' : 'warning'}>
      {state === 'held' ? COMMON.held : COMMON.checking}
    </StatusLine>
  );
};
