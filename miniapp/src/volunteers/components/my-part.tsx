import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { HOLDS_TIME } from '@gongyi/shared/volunteers/sign-up-rules';
import type { Act } from '../../platform';
import { Button, Confirm } from '../../ui';
import { SHIFT } from '../copy';
import type { MyPart } from '../use-my-part';
import { mySlots, openRoles, shiftStep } from '../use-shift';
import { CodeSheet } from './code-sheet';
import { SignUpSheet } from './sign-up-sheet';

interface PartProps {
  readonly view: ShiftView;
  readonly part: MyPart;
  readonly act: Act;
}

/** The one button at the bottom; none when there is nothing to do. */
export const shiftAction = ({ view, part, act }: PartProps) => {
  const step = shiftStep(view);
  if (step === undefined) return undefined;
  if (step === 'sign-up') {
    const has = mySlots(view).some(({ mine }) => HOLDS_TIME.includes(mine.state));
    const onlyWaiting = openRoles(view).length > 0 && openRoles(view).every(({ role }) => role.acts.includes('wait'));
    return (
      <Button kind={has ? 'secondary' : 'primary'} wide onTap={() => void part.beginSignUp()}>
        {has ? SHIFT.another : onlyWaiting ? SHIFT.wait : SHIFT.signUp}
      </Button>
    );
  }
  if (step.act === 'take')
    return (
      <Button wide loading={act.busy} onTap={() => void part.take(step)}>
        {SHIFT.take}
      </Button>
    );
  const what = step.act;
  return (
    <Button wide loading={act.busy} onTap={() => void part.beginCode(step, what)}>
      {what === 'check-in' ? SHIFT.checkIn : SHIFT.checkOut}
    </Button>
  );
};

/** The sheet that is open for what a volunteer does. */
export const PartSheets = ({ view, part, act, scanned }: PartProps & { readonly scanned: string | undefined }) => {
  const { opened } = part;
  switch (opened?.sheet) {
    case 'sign-up':
      return (
        <SignUpSheet
          view={view}
          act={act}
          lacks={part.lacks}
          onSend={(role, insure) => void part.signUp(role, insure)}
          onClose={part.close}
        />
      );
    case 'cancel':
      return (
        <Confirm
          open
          title={SHIFT.cancelTitle}
          lines={[
            ...(opened.at.mine.late ? [SHIFT.cancelLate] : SHIFT.cancelLines),
            ...(act.words === undefined ? [] : [act.words]),
          ]}
          verb={SHIFT.cancel}
          busy={act.busy}
          onConfirm={() => void part.cancel(opened.at)}
          onClose={part.close}
        />
      );
    case 'code':
      return (
        <CodeSheet
          at={opened.at}
          what={opened.what}
          scanned={scanned}
          act={act}
          onSend={(code) => void part.byCode(opened.at, opened.what, code)}
          onClose={part.close}
        />
      );
    case undefined:
      return null;
  }
};
