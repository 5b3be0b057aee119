import { View } from '@tarojs/components';
import { Button } from './button';
import { Sheet } from './sheet';
import { WORDS } from './words';

interface ConfirmProps {
  readonly open: boolean;
  /** The question: 撤回这件报事？ */
  readonly title: string;
  /** What exactly will happen. */
  readonly lines: readonly string[];
  /** The verb on the button: 撤回. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asked once, before what cannot be undone. */
export const Confirm = ({ open, title, lines, verb, danger, busy, onConfirm, onClose }: ConfirmProps) => (
  <Sheet
    open={open}
    title={title}
    place="middle"
    onClose={onClose}
    footer={
      <>
        <Button kind="secondary" wide onTap={onClose}>
          {WORDS.cancel}
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} wide loading={busy === true} onTap={onConfirm}>
          {verb}
        </Button>
      </>
    }
  >
    <View className="stack t16">
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  </Sheet>
);
