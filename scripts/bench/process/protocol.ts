import { fork } from 'node:child_process';

/** Reading modules ends at some time. */
const MOST_MS = 20_000;

/** The version of what forks of this entry take and send; undefined where it does not say so, or can't be started. */
export function protocolOf(entry: string): Promise<number | undefined> {
  const child = fork(entry, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const answer = (message?: unknown) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      const isNumbered = typeof message === 'object' && message !== null && 'protocol' in message;
      resolve(isNumbered && typeof message.protocol === 'number' ? message.protocol : undefined);
    };
    const timer = setTimeout(answer, MOST_MS);
    child.once('message', answer);
    child.once('exit', () => answer());
    child.once('error', () => answer());
  });
}
