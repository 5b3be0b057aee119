const PATIENCE = 180_000;

/** Steps that build on one another: after the first that fails the rest fail at once, saying why. */
export const tellStory = () => {
  let broken: string | undefined;
  return (words: string, act: () => Promise<void>): void => {
    it(
      words,
      async () => {
        if (broken !== undefined) throw new Error(`not tried: “${broken}” failed`);
        broken = words;
        await act();
        broken = undefined;
      },
      PATIENCE,
    );
  };
};
