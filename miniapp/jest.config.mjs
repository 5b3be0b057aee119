/** Screens are tested as the web draws them: `x.h5.tsx` before `x.tsx`, and our HTML in Taro's place. */
export default {
  displayName: 'miniapp',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}', '<rootDir>/config/**/*.test.ts'],
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/test/style-stub.ts',
    '^@tarojs/components$': '<rootDir>/src/ui/dom/index.tsx',
    // The verifier is loaded by its address; in tests it is the same file.
    '^/js/verify\\.mjs$': '<rootDir>/../shared/verifier/verify.mjs',
    '^@tarojs/taro$': '<rootDir>/test/taro-stub.ts',
  },
  setupFiles: ['<rootDir>/test/set-up.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.(m?js|[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
