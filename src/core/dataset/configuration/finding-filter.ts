import type { Digest } from '../digest-table.ts';
import type { Finding, IgnoredFinding } from '../finding.ts';
import { digestHex } from '../value-digest.ts';
import type { FileIgnore } from './ignores-for.ts';

/** Takes out the findings that tuning-fork.yaml says are known. Of the rows only those are remembered that an entry names. */
export class FindingFilter {
  readonly #ofFile: readonly FileIgnore[];
  readonly #byDigest: ReadonlyMap<string, readonly FileIgnore[]>;
  readonly #byRow = new Map<number, readonly FileIgnore[]>();

  constructor(ignores: readonly FileIgnore[]) {
    this.#ofFile = ignores.filter(({ row }) => row === null);
    const ofRows = ignores.filter(({ row }) => row !== null);
    this.#byDigest = Map.groupBy(ofRows, ({ row }) => row ?? '');
  }

  /** Is shown the digest of each row's value. */
  row(number: number, digest: Digest): void {
    if (this.#byDigest.size === 0) return;
    const entries = this.#byDigest.get(digestHex(digest));
    if (entries !== undefined) this.#byRow.set(number, entries);
  }

  /** The findings that stay, and those that are ignored with the reasons. */
  split(findings: Finding[]): { readonly findings: Finding[]; readonly ignored: IgnoredFinding[] } {
    if (this.#ofFile.length === 0 && this.#byRow.size === 0) return { findings, ignored: [] };
    const kept: Finding[] = [];
    const ignored: IgnoredFinding[] = [];
    for (const each of findings) {
      const { rule, row } = each;
      const known = this.#entriesFor(rule, row);
      const [first] = known;
      if (first === undefined) kept.push(each);
      else ignored.push({ rule, row, reason: first.reason, entries: known.map(({ entry }) => entry) });
    }
    return { findings: kept, ignored };
  }

  /** What is said of the row stands first. */
  #entriesFor(rule: string, row: number): FileIgnore[] {
    const entries = [...(this.#byRow.get(row) ?? []), ...this.#ofFile];
    return entries.filter(({ rules }) => rules === null || rules.includes(rule));
  }
}
