import { View } from '@tarojs/components';
import { useState } from 'react';
import { accountRepair, checkRepair, finishRepair } from '@gongyi/shared/votes/contract-emergency';
import type { RepairView } from '@gongyi/shared/votes/contract-emergency';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { CallInput } from '../../platform';
import { Choice, Button, TextField, WordsSheet } from '../../ui';
import { DRAFT, REPAIRS } from '../desk-copy';
import { fenOf } from './draft-form';
import { WordsPhotosSheet } from './words-photos-sheet';

type MoveRoute = Route & { readonly reply: { readonly _zod: { readonly output: RepairView } } };

interface RepairStepsProps {
  readonly view: RepairView;
  readonly act: { readonly busy: boolean; readonly words: string | undefined; readonly clear: () => void };
  readonly move: <T extends MoveRoute>(route: T, input: CallInput<T>, done: string) => Promise<boolean>;
}

type Asking = 'check' | 'finish' | 'account' | undefined;

const Check = ({ view, act, move, onClose }: RepairStepsProps & { onClose: () => void }) => {
  const [verdict, setVerdict] = useState<'confirmed' | 'refused'>();
  const [asked, setAsked] = useState(false);
  const send = async (words: string) => {
    setAsked(true);
    if (verdict === undefined) return;
    const body = { rev: view.rev, confirmed: verdict === 'confirmed', words };
    if (await move(checkRepair, { params: { repairId: view.id }, body }, REPAIRS.checked)) onClose();
  };
  return (
    <WordsSheet
      title={REPAIRS.check}
      label={REPAIRS.checkWords}
      missing={REPAIRS.checkMissing}
      verb={REPAIRS.checkVerb}
      most={500}
      act={act}
      onSend={(words) => void send(words)}
      onClose={onClose}
    >
      <Choice
        label={REPAIRS.verdict}
        layout="rows"
        options={[
          { value: 'confirmed', words: REPAIRS.confirmed, hint: REPAIRS.confirmedHint },
          { value: 'refused', words: REPAIRS.refused, hint: REPAIRS.refusedHint },
        ]}
        value={verdict}
        error={asked && verdict === undefined ? DRAFT.choose : undefined}
        onChange={setVerdict}
      />
    </WordsSheet>
  );
};

const Account = ({ view, act, move, onClose }: RepairStepsProps & { onClose: () => void }) => {
  const [spent, setSpent] = useState('');
  const [left, setLeft] = useState(false);
  const fen = fenOf(spent);
  return (
    <WordsPhotosSheet
      draft={`account.${view.id}`}
      {...REPAIRS.accountSheet}
      act={act}
      ready={fen !== undefined}
      onSend={async (words, photos) => {
        setLeft(true);
        if (fen === undefined) return false;
        const body = { rev: view.rev, words, photos, spent: fen };
        const done = await move(accountRepair, { params: { repairId: view.id }, body }, REPAIRS.accounted);
        if (done) onClose();
        return done;
      }}
      onClose={onClose}
    >
      <TextField
        label={REPAIRS.spent}
        value={spent}
        keyboard="digit"
        maxLength={14}
        aside={<View className="t14 quiet">元</View>}
        error={left && fen === undefined ? DRAFT.moneyWrong : undefined}
        onChange={setSpent}
        onLeave={() => setLeft(true)}
      />
    </WordsPhotosSheet>
  );
};

/** What can be done with an emergency repair now: checked, reported done, accounted for. */
export const RepairSteps = (props: RepairStepsProps) => {
  const { view, act, move } = props;
  const [asking, setAsking] = useState<Asking>();
  const [step] = view.moves;
  const close = () => {
    act.clear();
    setAsking(undefined);
  };
  if (step === undefined) return null;
  return (
    <>
      <Button wide onTap={() => setAsking(step)}>
        {REPAIRS.step[step]}
      </Button>
      {asking === 'check' ? <Check {...props} onClose={close} /> : null}
      {asking === 'finish' ? (
        <WordsPhotosSheet
          draft={`finish.${view.id}`}
          {...REPAIRS.finishSheet}
          act={act}
          onSend={async (words, photos) => {
            const body = { rev: view.rev, words, photos };
            const done = await move(finishRepair, { params: { repairId: view.id }, body }, REPAIRS.finished);
            if (done) close();
            return done;
          }}
          onClose={close}
        />
      ) : null}
      {asking === 'account' ? <Account {...props} onClose={close} /> : null}
    </>
  );
};
