import { useState } from 'react';
import {
  claimWish,
  closeWish,
  fulfilWish,
  getWish,
  helpWish,
  progressWish,
  releaseWish,
  returnWish,
  seeWishContact,
  stopHelpingWish,
  thankForWish,
  verifyWish,
  withdrawWish,
} from '@gongyi/shared/volunteers/contract-wishes';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';
import { open, useLoad, useMoves } from '../platform';
import { WISH } from './copy';

/** Moves that open a sheet: words, a photo, or a question asked once. */
const ASKED: readonly WishMove[] = ['withdraw', 'return', 'claim', 'release', 'progress', 'fulfil', 'thank', 'close'];

export interface ClaimFor {
  readonly teamId?: string;
  readonly organisationId?: string;
}

/** A wish and the moves on it, which sheet is open, and how to reach its wisher. */
export const useWish = (wishId: string | undefined) => {
  const desk = useMoves(useLoad(getWish, wishId === undefined ? undefined : { params: { wishId } }));
  const [sheet, setSheet] = useState<WishMove>();
  const [contact, setContact] = useState<{ readonly name: string; readonly phone: string }>();
  const { act, move } = desk;
  const show = (which: WishMove | undefined) => {
    act.clear();
    setSheet(which);
  };
  const closeWhen = (moved: WishView | undefined) => {
    if (moved !== undefined) setSheet(undefined);
    return moved !== undefined;
  };
  const at = ({ id }: WishView) => ({ params: { wishId: id } });
  return {
    ...desk,
    sheet,
    show,
    contact,
    seeContact: async (view: WishView) => setContact(await act.run(seeWishContact, at(view))),
    /** By a tap: at once where nothing more is needed, else by its sheet. */
    begin: async (view: WishView, which: WishMove) => {
      const input = { ...at(view), body: { rev: view.rev } };
      if (which === 'amend') open('volunteers/pages/post-wish/index', { wish: view.id });
      else if (ASKED.includes(which)) show(which);
      else if (which === 'verify') await move(verifyWish, input, WISH.done.verify);
      else if (which === 'help') await move(helpWish, input, WISH.done.help);
      else await move(stopHelpingWish, input, WISH.done['stop-helping']);
    },
    withdraw: async (view: WishView) =>
      closeWhen(await move(withdrawWish, { ...at(view), body: { rev: view.rev } }, WISH.done.withdraw)),
    claim: async (view: WishView, as: ClaimFor) =>
      closeWhen(await move(claimWish, { ...at(view), body: { rev: view.rev, ...as } }, WISH.done.claim)),
    give: async (view: WishView, which: 'return' | 'release' | 'close', reason: string) => {
      const input = { ...at(view), body: { rev: view.rev, reason } };
      const route = { return: returnWish, release: releaseWish, close: closeWish }[which];
      return closeWhen(await move(route, input, WISH.done[which]));
    },
    thank: async (view: WishView, words: string) =>
      closeWhen(await move(thankForWish, { ...at(view), body: { rev: view.rev, words } }, WISH.done.thank)),
    tell: async (view: WishView, which: 'progress' | 'fulfil', words: string, photos: readonly string[]) => {
      const input = { ...at(view), body: { rev: view.rev, words, photos: [...photos] } };
      const route = { progress: progressWish, fulfil: fulfilWish }[which];
      return closeWhen(await move(route, input, WISH.done[which]));
    },
  };
};
export type WishDesk = ReturnType<typeof useWish>;
