import type { Nominations } from '@gongyi/shared/votes/contract';
import { nextVoteStatus } from '@gongyi/shared/votes/vote-rules';
import type { Vote } from '@gongyi/shared/votes/vote';
import { stepWords } from '../media/public';
import type { Call } from '../platform/router';
import { nominationsOf, supportedBy } from './nomination-store';
import { standingOn, votesSubject } from './standing';
import { voteStepsAt } from './vote-store';

/** Who was put up; what they say of themselves once it is checked. */
export const viewNominations = async (vote: Vote, call: Call): Promise<Nominations> => {
  const { personId } = call.who;
  const [all, subject] = await Promise.all([nominationsOf(vote.id), votesSubject(vote.compoundId)]);
  const ids = all.map(({ id }) => id);
  const revs = all.map(({ stepRev }) => stepRev);
  const [steps, supported] = await Promise.all([voteStepsAt(vote.id, revs), supportedBy(vote.id, ids, personId)]);
  const may = (move: 'nominate' | 'check-nomination'): boolean =>
    nextVoteStatus(vote.status, move) !== undefined && standingOn(vote, subject, move, call) !== undefined;
  const mayCheck = may('check-nomination');
  return {
    items: all.map((one) => {
      const step = steps.find(({ rev }) => rev === one.stepRev);
      const words = step && stepWords(step, personId);
      // Who checks whether somebody is eligible reads what they say.
      const about = mayCheck ? one.about : words;
      return {
        id: one.id,
        matterId: one.matterId,
        name: one.name,
        homeName: one.homeName,
        ...(about === undefined ? {} : { about }),
        by: one.by,
        at: one.at,
        supporters: one.supporters,
        supportedByMe: supported.has(one.id),
        mine: one.byId === personId || one.personId === personId,
        ...(one.checked === undefined
          ? {}
          : {
              checked: {
                at: one.checked.at,
                eligible: one.checked.eligible,
                ...(one.checked.reason === undefined ? {} : { reason: one.checked.reason }),
              },
            }),
      };
    }),
    mayNominate: may('nominate'),
    mayCheck,
  };
};
