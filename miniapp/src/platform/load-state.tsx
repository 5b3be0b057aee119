import { ErrorState, Skeleton } from '../ui';
import type { Load } from './use-load';

interface LoadStateProps {
  readonly load: Pick<Load<unknown>, 'status' | 'words' | 'reload'>;
  readonly rows?: number;
}

/** In the place of what has not been read yet: its shape, or why it is not there and once more. */
export const LoadState = ({ load, rows = 4 }: LoadStateProps) =>
  load.status === 'failed' ? (
    <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} />
  ) : (
    <Skeleton rows={rows} />
  );
