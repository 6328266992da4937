/** Seconds of each round, of one way of doing something. */
export type Rounds = number[];

/**
 * Measures ways of doing the same in turn, so that whatever else the machine does falls on all of them alike. A first round
 * warms up and is not counted.
 * @param ways each does its work once and gives the seconds that count
 */
export async function interleave<K extends string>(
  rounds: number,
  ways: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, Rounds>> {
  const names = Object.keys(ways) as K[];
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, Rounds>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const seconds = await ways[name]();
      if (round > 0) measured[name].push(seconds);
    }
  }
  return measured;
}

/** The median. */
export function median(rounds: Rounds): number {
  const sorted = rounds.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

/** CPU seconds (user and system, all threads) that this process spends on `work`. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
