const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a signal end this process through `process.exit`, so that what started a child can end it on `exit`. Returns a
 * function that takes the signals back, for those who end by themselves.
 */
export function exitOnSignals(): () => void {
  const exit = (): void => process.exit(130);
  for (const signal of SIGNALS) process.on(signal, exit);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, exit);
  };
}
