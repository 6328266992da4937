import type { RowCollector } from './rule.ts';

/** The collector of a rule that has nothing to say about a file, whatever its rows are. */
export const silentCollector: RowCollector = {
  add: () => undefined,
  facts: { width: 0, read: () => null, add: () => undefined },
  prose: { knowsProse: () => true, addProse: () => undefined },
  end: () => undefined,
};
