import type { Route } from '@gongyi/shared/kernel/define-route';
import { say } from '../ui';
import type { CallInput } from './api-client';
import { useAct } from './use-act';
import type { Load } from './use-load';

type MoveRoute<View> = Route & { readonly reply: { readonly _zod: { readonly output: View } } };

export type Move<View> = <T extends MoveRoute<View>>(
  route: T,
  input: CallInput<T>,
  done: string,
) => Promise<View | undefined>;

/** Something that was read and the moves on it: every reply is the thing as it is now, and takes its place. */
export const useMoves = <View>(load: Load<View>) => {
  const act = useAct(() => void load.reload());
  const move: Move<View> = async (route, input, done) => {
    const moved: View | undefined = await act.run(route, input);
    if (moved === undefined) return undefined;
    load.replace(moved);
    say(done);
    return moved;
  };
  return { load, act, move };
};
