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
  transform: { '^.+\\.[jt]sx?$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/'],
});

export default {
  projects: [node('shared'), node('functions'), node('infra'), '<rootDir>/miniapp/jest.config.mjs'],
};
