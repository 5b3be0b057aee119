import { CouncilRules, DEFAULT_COUNCIL_RULES } from '@gongyi/shared/council/council-rules';
import { rulesStore } from '../platform/versioned-rules';

/** The rules templates of communities’ councils. */
export const councilRules = rulesStore('council', CouncilRules, DEFAULT_COUNCIL_RULES);
