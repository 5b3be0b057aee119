import { useState } from 'react';
import { findRegisterLine, listRegister } from '@gongyi/shared/votes/contract-paper';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import type { REGISTER_FILTERS } from '@gongyi/shared/votes/contract-paper';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { useAct, usePagedList } from '../../platform';
import type { CallInput } from '../../platform';
import { say } from '../../ui';

export type RegisterFilter = (typeof REGISTER_FILTERS)[number];
type LineRoute = Route & { readonly reply: { readonly _zod: { readonly output: RegisterLine } } };
export type ChangeLine = <T extends LineRoute>(route: T, input: CallInput<T>, done: string) => Promise<boolean>;

/** The registers of a vote: line by line, or the line of one home; every entry answers the line as it is now. */
export const useRegisters = (voteId: string) => {
  const [filter, setFilter] = useState<RegisterFilter>('all');
  const list = usePagedList(listRegister, { params: { voteId }, query: { filter } });
  const [shown, setShown] = useState<RegisterLine>();
  const finding = useAct();
  const act = useAct(() => void list.refresh());
  const change: ChangeLine = async (route, input, done) => {
    const line: RegisterLine | undefined = await act.run(route, input);
    if (line === undefined) return false;
    list.replace((one) => one.line === line.line, line);
    setShown(line);
    say(done);
    return true;
  };
  return {
    filter,
    setFilter,
    list,
    act,
    finding,
    shown,
    show: (line: RegisterLine | undefined) => {
      act.clear();
      setShown(line);
    },
    find: async (homeId: string): Promise<void> => {
      const line = await finding.run(findRegisterLine, { params: { voteId, homeId } });
      if (line !== undefined) setShown(line);
    },
    change,
  };
};
export type Registers = ReturnType<typeof useRegisters>;
