import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { Confirm, Sheet } from '../../ui';
import { awaited, enterable, runningItem, settable } from '../next-step';
import { CHAIR, PARTY_WORDS, SESSION, partyList } from '../session-copy';
import type { Chair } from '../use-chair';
import { AdjournSheet } from './adjourn-sheet';
import { AsideSheet } from './aside-sheet';
import { ConcludeSheet } from './conclude-sheet';
import { ForSheet } from './for-sheet';
import { PositionSheet } from './position-sheet';
import { ObserverSheet } from './observer-sheet';
import { WordsSheet } from './words-sheet';

/** What will happen, asked once before it does; and what went wrong with it. */
const Asked = ({
  chair,
  title,
  lines,
  danger,
  onConfirm,
}: {
  chair: Chair;
  title: string;
  lines: readonly string[];
  danger?: boolean;
  onConfirm: () => Promise<unknown>;
}) => (
  <Confirm
    open
    title={`${title}？`}
    lines={[...lines, ...(chair.act.words === undefined ? [] : [chair.act.words])]}
    verb={title}
    {...(danger === undefined ? {} : { danger })}
    busy={chair.act.busy}
    onConfirm={() => void onConfirm()}
    onClose={chair.close}
  />
);

const AnswerObjection = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const [rev] = view.openObjections;
  const objection = view.timeline.find((step) => step.rev === rev);
  if (rev === undefined) return null;
  return (
    <WordsSheet
      key={rev}
      title={CHAIR.step['answer-objection']}
      label={CHAIR.answerLabel}
      verb={CHAIR.step['answer-objection']}
      most={1000}
      act={chair.act}
      onSend={(words) => void chair.answer(rev, words)}
      onClose={chair.close}
    >
      <View className="t16 minutes-words">{`${CHAIR.objection}：${objection?.words ?? ''}`}</View>
    </WordsSheet>
  );
};

/** The sheet that is open on the chair's screen. */
export const ChairSheets = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const item = runningItem(view);
  const aside = settable(view);
  const { act, sheet, close } = chair;
  switch (sheet) {
    case 'state':
      if (item === undefined) return null;
      if (enterable(view, item).length === 0)
        return (
          <Sheet open title={CHAIR.enter} onClose={close}>
            <View className="t16">{CHAIR.enterNone}</View>
          </Sheet>
        );
      return (
        <PositionSheet
          view={view}
          item={item}
          parties={enterable(view, item)}
          act={act}
          onState={chair.state}
          onClose={close}
        />
      );
    case 'conclude':
      return item === undefined ? null : <ConcludeSheet view={view} item={item} chair={chair} />;
    case 'set-aside':
      return aside === undefined ? null : <AsideSheet item={aside} chair={chair} />;
    case 'sign-for':
      return (
        <ForSheet
          chair={chair}
          title={CHAIR.signForTitle}
          verb={CHAIR.signFor}
          nameHint={CHAIR.signForHint}
          parties={view.seats.filter(({ bodyId }) => bodyId !== undefined).map(({ party }) => party)}
          onSend={(party, name) => void chair.signFor(party, name)}
        />
      );
    case 'confirm-for':
      return (
        <ForSheet
          chair={chair}
          title={CHAIR.confirmForTitle}
          verb={CHAIR.confirmFor}
          nameHint={CHAIR.confirmForHint}
          parties={view.confirmableFor}
          onSend={(party, name) => void chair.confirmFor(party, name)}
        />
      );
    case 'recall-minutes':
      return (
        <WordsSheet
          title={CHAIR.recall}
          label={CHAIR.recallLabel}
          verb={CHAIR.recall}
          act={act}
          onSend={(reason) => void chair.recall(reason)}
          onClose={close}
        >
          <View className="t16">{CHAIR.recallLines}</View>
        </WordsSheet>
      );
    case 'lock-without':
      return view.silent === undefined ? null : (
        <WordsSheet
          title={CHAIR.lock}
          label={CHAIR.lockLabel}
          verb={CHAIR.lock}
          danger
          act={act}
          onSend={(reason) => void chair.lockWithout(reason)}
          onClose={close}
        >
          <View className="t16">{`${SESSION.overdue}：${PARTY_WORDS[view.silent.party]}。${CHAIR.lockLines}`}</View>
        </WordsSheet>
      );
    case 'observer':
      return <ObserverSheet chair={chair} />;
    case 'adjourn':
      return <AdjournSheet chair={chair} />;
    case 'cancel':
      return (
        <WordsSheet
          title={CHAIR.cancel}
          label={CHAIR.cancelLabel}
          verb={CHAIR.cancel}
          danger
          act={act}
          onSend={(reason) => void chair.cancel(reason)}
          onClose={close}
        />
      );
    case 'answer-objection':
      return <AnswerObjection view={view} chair={chair} />;
    case 'fail': {
      const absent = `没有来：${partyList(awaited(view))}。`;
      return (
        <Asked chair={chair} title={CHAIR.fail} lines={[absent, ...CHAIR.failLines]} danger onConfirm={chair.fail} />
      );
    }
    case 'end':
      return <Asked chair={chair} title={CHAIR.step.end} lines={CHAIR.endLines} onConfirm={chair.end} />;
    case 'send-minutes':
      return <Asked chair={chair} title={CHAIR.step['send-minutes']} lines={CHAIR.sendLines} onConfirm={chair.send} />;
    case 'publish': {
      const days = `公示 ${String(view.rules.rules.publicNoticeDays)} ${CHAIR.publishDays}`;
      return (
        <Asked
          chair={chair}
          title={CHAIR.step.publish}
          lines={[days, CHAIR.publishLines.join('')]}
          onConfirm={chair.publish}
        />
      );
    }
    case undefined:
      return null;
  }
};
