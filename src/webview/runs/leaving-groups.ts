import type { Leaving } from '../../core/recipe/plan.ts';

/** What goes to one place. */
interface LeavingGroup {
  readonly where: string;
  readonly private: boolean;
  /** The largest first. */
  readonly items: readonly Leaving[];
}

/** Most items of a place that are shown before their reader asks for all. */
const mostShown = 6;

/** What leaves, by the place that it goes to, in the plan's order of places. */
export function leavingGroups(leaves: readonly Leaving[]): LeavingGroup[] {
  const keys = [...new Set(leaves.map(keyOf))];
  return keys.flatMap((key) => {
    const items = leaves.filter((each) => keyOf(each) === key).toSorted((a, b) => b.bytes - a.bytes);
    const [first] = items;
    return first === undefined ? [] : [{ where: first.where, private: first.private, items }];
  });
}

/** The first items, and those that a fold keeps back: never a single one, which would take the fold's own line. */
export function foldItems(items: readonly Leaving[]): {
  readonly shown: readonly Leaving[];
  readonly folded: readonly Leaving[];
} {
  const shown = items.length <= mostShown + 1 ? items.length : mostShown;
  return { shown: items.slice(0, shown), folded: items.slice(shown) };
}

/** Bytes of all items together. */
export function totalBytes(items: readonly Leaving[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}

function keyOf(leaving: Leaving): string {
  return JSON.stringify([leaving.where, leaving.private]);
}
