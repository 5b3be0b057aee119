import tseslint from 'typescript-eslint';

const DEVICE_APIS = [
  ...['request', 'uploadFile', 'downloadFile', 'connectSocket', 'login', 'requestSubscribeMessage'],
  ...['getStorage', 'getStorageSync', 'setStorage', 'setStorageSync', 'removeStorage', 'removeStorageSync'],
  ...['clearStorage', 'clearStorageSync', 'chooseImage', 'chooseMedia', 'chooseMessageFile', 'getLocation'],
  ...['chooseLocation', 'scanCode', 'makePhoneCall', 'setClipboardData', 'getNetworkType', 'onNetworkStatusChange'],
];

/**
 * typescript-eslint's strictest sets, type-checked. What is switched off here is switched off everywhere, with
 * its reason; a single exception stands beside its line, with its own.
 */
export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/cdk.out/', '.cache/', '.local*/', '.pictures/', '**/coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Numbers in a template read well; the rule above still stops objects and undefined.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Limits count code points, as WeChat and the schemas do.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `process.env['X']` and other index signatures read as what they are: look-ups.
      '@typescript-eslint/dot-notation': 'off',
      // Shapes are types, things with identity are interfaces; both are used on purpose.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // A handler without anything to wait for still answers a promise where its place asks for one.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-globals': ['error', 'event', 'name', 'status'],
    },
  },
  {
    // Rules are pure: the same facts give the same answer, whenever and wherever.
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take `now`.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now`.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take an id.',
        },
      ],
    },
  },
  {
    // Requests, storage and the device are the platform's: everything else asks it, so that one place knows how.
    files: ['miniapp/src/**/*.ts', 'miniapp/src/**/*.tsx'],
    ignores: ['miniapp/src/platform/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...DEVICE_APIS.map((property) => ({ object: 'Taro', property, message: 'Ask miniapp/src/platform.' })),
      ],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'event', 'name'],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: {
      // Expectations take methods as values, and matchers are typed as any.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Commands talk to a terminal.
    files: ['functions/build.ts', 'infra/**/*.ts', '**/*.mjs', '**/*.cjs'],
    rules: { 'no-console': 'off' },
  },
);
