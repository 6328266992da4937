import { nearDuplicate } from '../rules/near-duplicate.ts';
import type { RowCollector } from '../rule.ts';
import type { Row } from '../row/row.ts';
import { SharedWork } from '../shared-work.ts';

/** A row and an earlier one that the rule near-duplicate calls nearly the same. */
export interface NearPair {
  readonly row: number;
  readonly first: number;
}

/** Finds nearly equal rows as `lint --deep` does; equal ones are not among them. */
export class NearPairs {
  readonly #collector: RowCollector | null =
    nearDuplicate.on === 'file' ? nearDuplicate.collect(new SharedWork()) : null;

  add(row: Row): void {
    if (row.object !== null) this.#collector?.add(row);
  }

  end(): NearPair[] {
    const pairs: NearPair[] = [];
    this.#collector?.end((row, { related = [] }) => {
      for (const first of related) pairs.push({ row, first });
    });
    return pairs;
  }
}
