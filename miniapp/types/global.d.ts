/** Fixed when the app is built (see `config/index.ts`). */
declare const GONGYI_API_BASE: string;
/** Where the standalone verifier is served, below the web app's origin. */
declare const GONGYI_VERIFIER: string;
declare const GONGYI_SUBPACKAGES: { root: string; pages: string[] }[];

declare module '*.scss';
declare module '*.svg';
declare module '*.png' {
  const url: string;
  export default url;
}

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5';
    readonly NODE_ENV?: 'development' | 'production' | 'test';
  }
}
