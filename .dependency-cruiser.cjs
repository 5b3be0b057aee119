/**
 * The import rules of the house (see CONTRIBUTING.md). Paths are real files: cross-package imports
 * (`@gongyi/shared/…`) are resolved through the packages' exports.
 */
const TEST = '\\.test\\.tsx?$|-for-tests\\.tsx?$|/fixtures/';

/** Slices on the same or a lower floor, which a slice may ask by their public doors. */
const FLOORS = [['district', 'people', 'media'], ['requests', 'votes', 'volunteers'], ['council'], ['command']];
const slices = FLOORS.flat();
const above = (slice) => FLOORS.slice(FLOORS.findIndex((floor) => floor.includes(slice)) + 1).flat();

const floorRules = slices
  .filter((slice) => above(slice).length > 0)
  .map((slice) => ({
    name: `floor-${slice}`,
    comment: `${slice} stands below: it must not know ${above(slice).join(', ')}`,
    severity: 'error',
    from: { path: `^(shared|functions)/src/${slice}/` },
    to: { path: `^(shared|functions)/src/(${above(slice).join('|')})/` },
  }));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-stands-alone',
      comment: 'shared imports zod, SHA-256 in plain JavaScript, and itself: no AWS, Taro, React or node:',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: TEST },
      to: { pathNot: ['^shared/src/', '(^|/)node_modules/(zod|@noble/hashes)/'] },
    },
    {
      name: 'wings-apart',
      comment: 'screens and functions meet only in shared',
      severity: 'error',
      from: { path: '^(miniapp|functions)/src/', pathNot: TEST },
      to: { path: '^(miniapp|functions|infra)/', pathNot: '^$1/' },
    },
    {
      name: 'infra-sees-little',
      comment: 'infra sees entries, the table’s shape and shared contracts; the operator’s command stands beside',
      severity: 'error',
      from: { path: '^infra/', pathNot: TEST },
      to: {
        path: '^(functions|miniapp)/',
        pathNot: [
          '^functions/src/entry/',
          '^functions/src/platform/table-shape\\.ts$',
          '^functions/src/people/appoint-administrator\\.ts$',
        ],
      },
    },
    ...floorRules,
    {
      name: 'public-doors',
      comment: 'a slice enters another only by its public.ts',
      severity: 'error',
      from: { path: `^functions/src/(${[...slices, 'notices'].join('|')})/`, pathNot: TEST },
      to: {
        path: `^functions/src/(${[...slices, 'notices'].join('|')})/`,
        pathNot: ['^functions/src/$1/', '/public\\.ts$'],
      },
    },
    {
      name: 'notices-know-nobody-inside',
      severity: 'error',
      from: { path: '^functions/src/notices/', pathNot: TEST },
      to: { path: `^functions/src/(${slices.join('|')})/`, pathNot: '/public\\.ts$' },
    },
    {
      name: 'aws-behind-stores',
      comment: 'only stores and the platform speak to AWS',
      severity: 'error',
      from: { path: '^functions/src/', pathNot: ['-store\\.ts$', '^functions/src/platform/', TEST] },
      to: { path: 'node_modules/@(aws-sdk|smithy)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
