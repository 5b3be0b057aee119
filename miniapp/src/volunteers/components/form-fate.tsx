import { Button, StatusLine } from '../../ui';
import type { Submission } from '../../platform';
import { COMMON } from '../copy';

/** What became of a form that was sent: refused and why, kept until the network is back, or not known yet. */
export const FormFate = ({ submission }: { submission: Submission }) => {
  if (submission.refused !== undefined) return <StatusLine tone="danger">{submission.refused}</StatusLine>;
  if (submission.sending === 'waiting') return <StatusLine tone="warning">{COMMON.waiting}</StatusLine>;
  if (submission.sending === 'unknown') return <StatusLine tone="warning">{COMMON.unknown}</StatusLine>;
  return null;
};

interface RestoredProps {
  /** There is something of an earlier visit, and it has not been sent. */
  readonly shown: boolean;
  readonly onClear: () => void;
}

/** Words of an earlier visit are there again; or begin anew. */
export const Restored = ({ shown, onClear }: RestoredProps) =>
  shown ? (
    <StatusLine
      action={
        <Button kind="quiet" onTap={onClear}>
          {COMMON.restart}
        </Button>
      }
    >
      {COMMON.restored}
    </StatusLine>
  ) : null;
