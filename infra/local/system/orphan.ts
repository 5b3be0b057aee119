import { readFileSync } from 'node:fs';

/** A process on the way from us to whoever asked for us. */
interface Forebear {
  readonly pid: number;
  /** Start time, so that another process under the same number is not taken for it. */
  readonly started: string;
  readonly command: string;
  readonly parent: number;
}

const look = (pid: number): Forebear | undefined => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name in brackets may hold spaces; the fields are counted behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      .replaceAll('\0', ' ')
      .trim();
    return { pid, started: fields[19] ?? '', command, parent: Number(fields[1]) };
  } catch {
    return undefined;
  }
};

/** npm runs scripts by a shell, unless that shell gave its place to the program. */
const isShell = ({ command }: Forebear): boolean => /^\S*sh -c /.test(command);
const isNpm = ({ command }: Forebear): boolean => /^npm\b|^\S*node\S* \S*\/npm(-cli\.js)?\b/.test(command);

/**
 * From our parent up to the npm that was called. None when no npm called us: then whoever did may go, as shells do
 * that start something in the background.
 */
const forebears = (): Forebear[] => {
  const chain: Forebear[] = [];
  for (let at = look(process.ppid); at !== undefined && at.pid > 1; at = look(at.parent)) {
    chain.push(at);
    if (isNpm(at)) return chain;
    if (!isShell(at)) break;
  }
  return [];
};

const LOOK_MS = 500;

/**
 * Calls `onOrphaned` when the command that started us is gone: `kill -9` of npm must not leave a system behind
 * that nobody can end. Only Linux can look; elsewhere Ctrl-C and SIGTERM, which npm passes on, must do.
 */
export const watchForebears = (onOrphaned: () => void): void => {
  const chain = forebears();
  if (chain.length === 0) return;
  const timer = setInterval(() => {
    const gone = chain.some(({ pid, started }) => look(pid)?.started !== started);
    if (!gone) return;
    clearInterval(timer);
    onOrphaned();
  }, LOOK_MS);
  timer.unref();
};
