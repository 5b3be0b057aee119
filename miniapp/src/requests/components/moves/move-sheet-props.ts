import type { ReplyTemplate, RequestView } from '@gongyi/shared/requests/contract';
import type { Act } from '../../../platform';

export interface MoveSheetProps {
  readonly view: RequestView;
  readonly act: Act;
  readonly templates: readonly ReplyTemplate[];
  readonly onMoved: (view: RequestView) => void;
  readonly onClose: () => void;
}
