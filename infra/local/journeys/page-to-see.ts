/** Whose eyes a page is seen with: an account of the demonstration, or nobody's. */
export interface PageToSee {
  /** Names its pictures; stable, so that two runs can be laid side by side. */
  readonly name: string;
  readonly who?: string;
  readonly path: string;
  /** Words that are there once the page is complete. */
  readonly until: string | RegExp;
  /** Also looked at 1280 wide. */
  readonly staff?: boolean;
  /** Also as it hangs on a wall, 1920 wide. */
  readonly wall?: boolean;
}

/** The row of that name, of those a list answers. */
export const idNamed = (rows: readonly { readonly id: string }[], name: string): string => {
  const found = rows.find((row) => Object.values(row).includes(name));
  if (found === undefined) throw new Error(`the demonstration has no ${name}`);
  return found.id;
};
