const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Functions that end the work of this process in good order. */
const interrupts = new Set<() => void>();

/**
 * Calls `end` when the user interrupts, when the terminal closes, or when nobody reads the output any more. It may be
 * called several times: npm passes on the signal that the terminal has sent already. Returns a function that ends this.
 */
export function onInterruption(end: () => void): () => void {
  for (const name of SIGNALS) process.on(name, end);
  interrupts.add(end);
  return () => {
    for (const name of SIGNALS) process.off(name, end);
    interrupts.delete(end);
  };
}

/** Whether there is work that can end in good order. */
export function isInterruptible(): boolean {
  return interrupts.size > 0;
}

/** Asks the work to end. */
export function interrupt(): void {
  for (const end of interrupts) end();
}
