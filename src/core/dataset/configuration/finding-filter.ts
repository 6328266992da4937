import type { Finding, IgnoredFinding, UnlistedFindings, UnlistedIgnored } from '../findings/finding.ts';
import { byRowAndRule } from '../findings/finding-order.ts';
import type { FileIgnore } from './ignores-for.ts';
import type { KnownRow } from './known-row.ts';

/** Takes out the findings that tuning-fork.yaml says are known. */
export class FindingFilter {
  readonly #ofFile: readonly FileIgnore[];
  readonly #byDigest: ReadonlyMap<string, readonly FileIgnore[]>;

  constructor(ignores: readonly FileIgnore[]) {
    this.#ofFile = ignores.filter(({ row }) => row === null);
    const ofRows = ignores.filter(({ row }) => row !== null);
    this.#byDigest = Map.groupBy(ofRows, ({ row }) => row ?? '');
  }

  /** Digests of the rows that entries name. */
  get digests(): string[] {
    return [...this.#byDigest.keys()];
  }

  /**
   * The findings that stay, and the ignored ones with their reasons. Those that are counted without being listed are split by
   * `splitUnlisted`.
   * @param rows those that an entry names
   */
  split(findings: Finding[], rows: readonly KnownRow[]): SplitFindings {
    if (this.#ofFile.length === 0 && rows.length === 0) return { findings, ignored: [] };
    const byRow = new Map(rows.map(({ row, digest }) => [row, this.#byDigest.get(digest) ?? []]));
    const kept: Finding[] = [];
    const ignored: IgnoredFinding[] = [];
    for (const each of findings) {
      const { rule, row } = each;
      // what is said of the row stands first
      const known = [...(byRow.get(row) ?? []), ...this.#ofFile].filter((entry) => isAbout(entry, rule));
      const [first] = known;
      if (first === undefined) kept.push(each);
      else ignored.push({ rule, row, reason: first.reason, entries: known.map(({ entry }) => entry) });
    }
    return { findings: kept, ignored: ignored.sort(byRowAndRule) };
  }

  /**
   * The same for findings that are counted and not listed: an entry for all of the file knows them by their rule. One for a row does
   * not, since nothing is kept of their rows: they stay in the counts.
   */
  splitUnlisted(counted: readonly UnlistedFindings[]): SplitUnlisted {
    const unlisted: UnlistedFindings[] = [];
    const unlistedIgnored: UnlistedIgnored[] = [];
    for (const each of counted) {
      const { rule, count } = each;
      const known = this.#ofFile.filter((entry) => isAbout(entry, rule));
      const [first] = known;
      if (first === undefined) unlisted.push(each);
      else
        unlistedIgnored.push({ rule, count, reason: first.reason, entries: known.map(({ entry }) => entry) });
    }
    return { unlisted, unlistedIgnored };
  }
}

interface SplitUnlisted {
  readonly unlisted: UnlistedFindings[];
  readonly unlistedIgnored: UnlistedIgnored[];
}

interface SplitFindings {
  readonly findings: Finding[];
  readonly ignored: IgnoredFinding[];
}

function isAbout({ rules }: FileIgnore, rule: string): boolean {
  return rules === null || rules.includes(rule);
}
