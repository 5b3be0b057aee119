import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { Act } from '../../platform';
import { Button, Card, Confirm } from '../../ui';
import { runningItem } from '../next-step';
import { SESSION } from '../session-copy';
import type { DelegateDesk } from '../use-delegate';
import { PositionSheet } from './position-sheet';
import { SignInByCode } from './sign-in-sheet';
import { SubstituteSheet } from './substitute-sheet';
import { WordsSheet } from './words-sheet';

/** 参加 or 不参加, both alike, and what was answered. */
const Answer = ({ view, act, desk }: { view: SessionView; act: Act; desk: DelegateDesk }) => {
  const mine = view.delegates.find((one) => one.mine);
  const may = view.moves.includes('answer') && mine !== undefined;
  const naming = view.moves.includes('name-substitute');
  if (!may && !naming) return null;
  return (
    <Card {...(may ? { title: SESSION.answer } : {})}>
      <View className="stack">
        {may && mine.answer !== undefined ? <View className="t16">{SESSION.answered[mine.answer]}</View> : null}
        {may ? (
          <View className="row">
            <View className="grow">
              <Button kind="secondary" wide disabled={act.busy} onTap={() => void desk.answer(true)}>
                {SESSION.coming}
              </Button>
            </View>
            <View className="grow">
              <Button kind="secondary" wide disabled={act.busy} onTap={() => void desk.answer(false)}>
                {SESSION.notComing}
              </Button>
            </View>
          </View>
        ) : null}
        {naming ? (
          <Button kind="quiet" onTap={() => desk.show('substitute')}>
            {SESSION.name}
          </Button>
        ) : null}
      </View>
    </Card>
  );
};

const Sheets = ({ view, act, desk, scanned }: DelegatePartProps) => {
  const item = runningItem(view);
  switch (desk.sheet) {
    case 'sign-in':
      return (
        <SignInByCode scanned={scanned} act={act} onSignIn={(code) => void desk.signInBy(code)} onClose={desk.close} />
      );
    case 'state':
      return item === undefined ? null : (
        <PositionSheet key={item.state} view={view} item={item} act={act} onState={desk.state} onClose={desk.close} />
      );
    case 'substitute':
      return (
        <SubstituteSheet
          myParty={view.myParty}
          act={act}
          onName={(party, phone) => void desk.name(party, phone)}
          onClose={desk.close}
        />
      );
    case 'dispute':
      return (
        <WordsSheet
          title={SESSION.dispute}
          label={SESSION.disputeLabel}
          verb={SESSION.disputeDo}
          act={act}
          onSend={(reason) => void desk.dispute(reason)}
          onClose={desk.close}
        />
      );
    case 'confirm':
      return (
        <Confirm
          open
          title={SESSION.confirm}
          lines={[...SESSION.confirmLines, ...(act.words === undefined ? [] : [act.words])]}
          verb={SESSION.confirmDo}
          busy={act.busy}
          onConfirm={() => void desk.confirm()}
          onClose={desk.close}
        />
      );
    case undefined:
      return null;
  }
};

interface DelegatePartProps {
  readonly view: SessionView;
  readonly act: Act;
  readonly desk: DelegateDesk;
  readonly scanned: string | undefined;
}

/** What a delegate answers and says, beside the one button at the bottom. */
export const DelegatePart = (props: DelegatePartProps) => {
  const { view, act, desk } = props;
  const confirming =
    view.moves.includes('dispute-minutes') && view.myParty !== undefined && view.unconfirmed.includes(view.myParty);
  return (
    <>
      <Answer view={view} act={act} desk={desk} />
      {confirming ? (
        <Button kind="secondary" wide onTap={() => desk.show('dispute')}>
          {SESSION.dispute}
        </Button>
      ) : null}
      <Sheets {...props} />
    </>
  );
};
