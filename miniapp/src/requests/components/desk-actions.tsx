import { View } from '@tarojs/components';
import type { ReplyTemplate, RequestView } from '@gongyi/shared/requests/contract';
import { Button, StatusLine } from '../../ui';
import { MOVE } from '../copy';
import { besideMoves, primaryMove } from '../use-desk-moves';
import type { DeskMoves } from '../use-desk-moves';
import { MoveSheets } from './move-sheets';
import { AssignSheet } from './moves/assign-sheet';
import './desk-actions.scss';

interface DeskActionsProps {
  readonly view: RequestView;
  readonly moves: DeskMoves;
  readonly templates: readonly ReplyTemplate[];
  readonly loads: Readonly<Record<string, number>>;
  /** Moves that have their button elsewhere. */
  readonly beside?: readonly string[];
}

/** The next lawful step as the one primary, the others beside it; each opens its own sheet. */
export const DeskActions = ({ view, moves, templates, loads, beside = [] }: DeskActionsProps) => {
  const primary = primaryMove(view);
  const { act, sheet } = moves;
  return (
    <View className="desk-actions">
      {primary === undefined || beside.includes(primary) ? null : (
        <Button wide loading={act.busy} onTap={() => void moves.begin(view, primary)}>
          {MOVE[primary]}
        </Button>
      )}
      {act.words === undefined || sheet !== undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      <View className="desk-beside">
        {besideMoves(view).map((move) => (
          <Button key={move} kind="secondary" onTap={() => void moves.begin(view, move)}>
            {MOVE[move]}
          </Button>
        ))}
      </View>
      {sheet === 'assign' ? (
        <AssignSheet
          organisationId={view.holder.id}
          title={`派单：${view.title}`}
          loads={loads}
          busy={act.busy}
          words={act.words}
          onPick={(assigneeId) => void moves.assign(view, assigneeId)}
          onClose={moves.close}
        />
      ) : (
        <MoveSheets
          move={sheet}
          view={view}
          act={act}
          templates={templates}
          onMoved={(moved) => moves.finish(moved, sheet ?? 'reply')}
          onClose={moves.close}
        />
      )}
    </View>
  );
};
