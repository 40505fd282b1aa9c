import { errorCode } from './error-code.ts';
import { interrupt, isInterruptible } from './interruption.ts';

/** The status with which a shell reports that a process died of SIGPIPE. */
const CLOSED_PIPE = 141;
/** The status with which a shell reports that a process died of SIGHUP. */
const LOST_TERMINAL = 129;
/** A disk that is full, and the like. It must differ from 1, by which commands say what they found. */
const CANNOT_WRITE = 2;

/** The standard output and error of this process, as far as they fail. */
export interface WatchedOutput {
  /** The exit status that the failure asks for; undefined while nothing failed. */
  status(): number | undefined;
}

/**
 * Ends the process as soon as nobody can read what it prints. A command that ends in order when it is interrupted does
 * so here too. One that has lost its terminal goes on: the system tells it by a signal whether to end.
 */
export function watchOutput(): WatchedOutput {
  let status: number | undefined;
  const onError = (error: Error) => {
    const code = errorCode(error);
    if (status !== undefined || (code === 'EIO' && isInterruptible())) return;
    status = { EPIPE: CLOSED_PIPE, EIO: LOST_TERMINAL }[code] ?? CANNOT_WRITE;
    if (status === CANNOT_WRITE) console.error(`The output can't be written (${code}).`);
    process.exitCode = status;
    if (isInterruptible()) interrupt();
    else process.exit(status);
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onError);
  return { status: () => status };
}
