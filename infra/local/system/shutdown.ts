/** Steps that end what was started, run once, last started first; one that fails does not keep the others. */
export const openShutdown = () => {
  const steps: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (const step of steps.reverse()) await step().catch(() => undefined);
  };
  return {
    add: (step: () => Promise<void>): void => {
      steps.push(step);
    },
    run: (): Promise<void> => (running ??= runAll()),
  };
};
