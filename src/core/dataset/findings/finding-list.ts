import type { Finding, Severity, UnlistedFindings } from './finding.ts';

/**
 * How many findings are listed of those that a file's rows give one by one, and as many again of each rule that compares rows; more are
 * only counted. A finding takes 300 to 400 bytes of memory, so that a file with that many of its rows and of a rule that compares them is
 * linted in 1.2 GB, of the 2 GB that Node gets on a computer with 4 GB; and nobody reads that many.
 */
export const MOST_LISTED = 1_000_000;

/** UTF-16 units of a pointer that weigh as much as a finding: a key may be as long as the file, and each finding below it repeats it. */
const HEAVY_POINTER = 256;

/** Whether a finding may be listed. */
export type IsListed = (found: Finding) => boolean;

/**
 * Findings in the order in which they come: the first are listed, the others counted. Which are listed depends on this order alone, and
 * neither on how the file was cut nor on how many threads looked at it.
 */
export class FindingList {
  readonly listed: Finding[] = [];
  readonly #most: number;
  readonly #isListed: IsListed | undefined;
  readonly #unlisted = new Map<string, UnlistedFindings>();
  #weight = 0;

  /** @param most findings that are listed. @param isListed those that may be; all of them if absent */
  constructor(most: number, isListed?: IsListed) {
    this.#most = most;
    this.#isListed = isListed;
  }

  /** The next finding would only be counted, so it need not be made. */
  get isFull(): boolean {
    return this.#weight >= this.#most;
  }

  /** How many more can be listed. */
  get room(): number {
    return Math.max(0, this.#most - this.#weight);
  }

  /** The counts of those that are not listed, by rule and severity. */
  get unlisted(): UnlistedFindings[] {
    return [...this.#unlisted.values()];
  }

  /** Lists a finding where there is room, and counts it where there is none. */
  add(found: Finding): void {
    if (this.isFull) this.count(found.rule, found.severity);
    else this.list(found);
  }

  /** Lists a finding, whether or not there is room. */
  list(found: Finding): void {
    if (this.#isListed?.(found) === false) {
      this.count(found.rule, found.severity);
      return;
    }
    this.listed.push(found);
    this.#weight += 1 + Math.floor((found.pointer?.length ?? 0) / HEAVY_POINTER);
  }

  /** Counts findings that are not listed. */
  count(rule: string, severity: Severity, count = 1): void {
    const kind = `${rule} ${severity}`;
    const known = this.#unlisted.get(kind);
    if (known === undefined) this.#unlisted.set(kind, { rule, severity, count });
    else known.count += count;
  }
}

/** The findings of one file: those of its rows one by one, and those of each rule that compares rows. */
export class FindingLists {
  readonly ofRows: FindingList;
  readonly #most: number;
  readonly #isListed: IsListed | undefined;
  readonly #byRule = new Map<string, FindingList>();

  /** @param most findings that each of the lists has. @param isListed those that may be; all of them if absent */
  constructor(most = MOST_LISTED, isListed?: IsListed) {
    this.#most = most;
    this.#isListed = isListed;
    this.ofRows = new FindingList(most, isListed);
  }

  /** Those of a rule that compares rows. */
  ofRule(rule: string): FindingList {
    const known = this.#byRule.get(rule) ?? new FindingList(this.#most, this.#isListed);
    this.#byRule.set(rule, known);
    return known;
  }

  get listed(): Finding[] {
    return this.#all.reduce<Finding[]>(
      (all, { listed }) => (all.length === 0 ? listed : all.concat(listed)),
      [],
    );
  }

  get unlisted(): UnlistedFindings[] {
    return this.#all.flatMap(({ unlisted }) => unlisted);
  }

  get #all(): FindingList[] {
    return [this.ofRows, ...this.#byRule.values()];
  }
}
