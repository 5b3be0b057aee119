const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

const node = (name) => ({
  displayName: name,
  rootDir: name,
  testEnvironment: 'node',
  // The verifier of votes is a module of plain JavaScript.
  transform: { '^.+\\.m?[jt]sx?$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/'],
});

export default {
  // Two files at a time on a busy machine: what takes a second alone may take many.
  testTimeout: 30_000,
  projects: [node('shared'), node('functions'), node('infra'), '<rootDir>/miniapp/jest.config.mjs'],
};
