import { DEFAULT_VOTING_RULES, VotingRules } from '@gongyi/shared/votes/voting-rules';
import { rulesStore } from '../platform/versioned-rules';

/** The rules templates of communities’ votes. */
export const votingRules = rulesStore('votes', VotingRules, DEFAULT_VOTING_RULES);
