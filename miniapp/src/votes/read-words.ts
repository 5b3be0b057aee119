import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { FORCE, VOTE } from './copy';
import { fenWords, fullDate } from './figures';

/** A ballot as it is read aloud: what is asked, what it costs, how it passes, until when. */
export const readWords = (view: VoteView): string => {
  const { legalForce } = view.rules.rules;
  const lines = [
    `${legalForce === 'consultative' ? FORCE.consultative : FORCE.designated}。${view.title}。`,
    ...(view.closesAt === undefined ? [] : [`${VOTE.ends}${fullDate(view.closesAt)}。`]),
    ...view.matterList.flatMap((matter, index) => [
      `${VOTE.matterOf(index + 1, view.matterList.length)}：${matter.title}。`,
      `${matter.words ?? VOTE.checking}。`,
      ...(matter.fund === undefined ? [] : [`${VOTE.budget}${fenWords(matter.fund.budget)}。`]),
      ...(matter.myShare === undefined
        ? []
        : [
            `${VOTE.myShare}：${matter.myShare.toPay === 0 ? VOTE.mySharePayNone : VOTE.mySharePay(fenWords(matter.myShare.toPay))}。`,
          ]),
      ...(matter.election?.candidates.map(({ name, about }) => `${VOTE.candidates}${name}：${about}。`) ?? []),
      `${VOTE.threshold}：${matter.thresholdWords}。`,
    ]),
    ...(view.status === 'open' ? [VOTE.readEnd] : []),
  ];
  return lines.join('\n');
};
