import { declineRequest, escalateRequest } from '@gongyi/shared/requests/contract';
import type { ReplyTemplate } from '@gongyi/shared/requests/contract';
import { WordsSheet } from '../../../ui';
import { TemplateChips } from '../template-chips';
import type { MoveSheetProps } from './move-sheet-props';

interface WordsMoveProps extends MoveSheetProps {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly verb: string;
  readonly most: number;
  readonly templates: readonly ReplyTemplate[];
  readonly send: (words: string) => Promise<void>;
}

/** A move of a request that needs a reason and nothing else; the company's own sentences are at hand. */
export const WordsMove = ({ templates, send, ...rest }: WordsMoveProps) => (
  <WordsSheet
    {...rest}
    missing="请写明理由，居民看得到"
    suggestions={(take) => <TemplateChips templates={templates} onPick={take} />}
    onSend={(words) => void send(words)}
  />
);

export const DeclineSheet = (props: MoveSheetProps) => (
  <WordsMove
    {...props}
    title="不予受理"
    label="为什么不受理"
    placeholder="例如：这属于住户之间的约定，建议先联系社区调解"
    verb="不予受理"
    most={300}
    send={async (reason) => {
      const moved = await props.act.run(declineRequest, {
        params: { requestId: props.view.id },
        body: { rev: props.view.rev, reason },
      });
      if (moved) props.onMoved(moved);
    }}
  />
);

export const EscalateSheet = (props: MoveSheetProps) => (
  <WordsMove
    {...props}
    title="上报一级"
    label="为什么现在就上报"
    placeholder="例如：需要街道协调产权单位"
    verb="上报一级"
    most={300}
    send={async (reason) => {
      const moved = await props.act.run(escalateRequest, {
        params: { requestId: props.view.id },
        body: { rev: props.view.rev, reason },
      });
      if (moved) props.onMoved(moved);
    }}
  />
);
