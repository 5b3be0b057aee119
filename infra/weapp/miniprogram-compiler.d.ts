declare module 'miniprogram-compiler' {
  /** Body of a function of `global` that returns `$gwx`. */
  export const wxmlToJs: (projectRoot: string) => string;
}
