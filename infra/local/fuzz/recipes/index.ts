import { allRoutes } from '@gongyi/functions/entry/all-routes';
import { ballotRecipes } from './ballots';
import { deskRecipes } from './desk';
import { districtRecipes } from './district';
import { filingRecipes } from './filing';
import { moveRecipes } from './moves';
import { peopleRecipes } from './people';
import type { Recipes } from './recipe';
import { sessionRecipes } from './sessions';
import { sheetRecipes } from './sheets';
import { topicRecipes } from './topics';
import { voteRecipes } from './votes';
import { voteResultRecipes } from './vote-results';
import { volunteerRecipes } from './volunteers';
import { wishRecipes } from './wishes';

// Not a slice's, so no contract in `shared` names it.
const health = allRoutes.map(({ route }) => route).find(({ path }) => path === '/health');

/** One for every route: a route without a recipe fails the test. */
export const recipes: Recipes = {
  ...peopleRecipes,
  ...districtRecipes,
  ...filingRecipes,
  ...moveRecipes,
  ...deskRecipes,
  ...sheetRecipes,
  ...topicRecipes,
  ...sessionRecipes,
  ...voteRecipes,
  ...ballotRecipes,
  ...voteResultRecipes,
  ...volunteerRecipes,
  ...wishRecipes,
  ...(health === undefined
    ? {}
    : {
        [health.id]: async (stage) => {
          await stage.call({ route: health });
        },
      }),
};
