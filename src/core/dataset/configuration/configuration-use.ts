import type { LintedFile } from '../findings/finding.ts';
import type { RuleSet } from '../rule-set.ts';
import type { FileIgnore } from './ignores-for.ts';

type IgnoredOfFile = Pick<LintedFile, 'ignored' | 'unlistedIgnored' | 'unlisted'>;

/** Which entries of one tuning-fork.yaml were looked at, and which were used, while files were linted with it. */
export class ConfigurationUse {
  readonly #asked = new Set<number>();
  readonly #askedExactly = new Set<number>();
  readonly #used = new Set<number>();

  /** @param rules those that the file was linted with: an entry about a rule that is off was not asked for */
  file(ignores: readonly FileIgnore[], linted: IgnoredOfFile, rules: RuleSet): void {
    const { ignored = [], unlistedIgnored = [], unlisted = [] } = linted;
    for (const { entry, rules: named, row, isExact } of ignores) {
      // an entry for whole files with all rules leaves files alone, whether or not there is something in them
      const isAsked = named === null ? row !== null : named.every((id) => rules.isOn(id));
      // a finding that is not listed may be of the row
      if (!isAsked || (row !== null && unlisted.length > 0)) continue;
      this.#asked.add(entry);
      if (isExact) this.#askedExactly.add(entry);
    }
    for (const { entries } of ignored) for (const entry of entries) this.#used.add(entry);
    for (const { entries } of unlistedIgnored) for (const entry of entries) this.#used.add(entry);
  }

  /**
   * Entries that matched nothing.
   * @param isWhole all files below the configuration were linted; else only entries about the files that were linted can be judged
   */
  unused(isWhole: boolean): ReadonlySet<number> {
    const asked = isWhole ? this.#asked : this.#askedExactly;
    return new Set([...asked].filter((entry) => !this.#used.has(entry)));
  }
}
