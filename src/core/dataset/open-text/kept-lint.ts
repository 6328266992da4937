import { FindingFilter } from '../configuration/finding-filter.ts';
import { KnownRows } from '../configuration/known-rows.ts';
import { fileFindings } from '../findings/file-findings.ts';
import { collectingRules, FileRules, type CollectingRule } from '../file-rules.ts';
import type { LintedFile } from '../findings/finding.ts';
import { FindingLists, MOST_LISTED } from '../findings/finding-list.ts';
import { byPlace } from '../findings/finding-order.ts';
import type { LintOptions } from '../lint-options.ts';
import type { TrainRows } from '../overlap/train-rows.ts';
import { RuleSet } from '../rule-set.ts';
import { SharedWork } from '../shared-work.ts';
import { KeptRows } from './kept-rows.ts';
import { LinePass, type FactRule, type KnownText } from './line-pass.ts';
import { lineSpan } from './line-span.ts';

/** The rules that are asked, and what they look rows up in. */
export interface KeptChoice {
  readonly rules: string;
  readonly trained: readonly TrainRows[];
}

/** Whether rows would be found the same by both choices: the same rules, held against the very same training rows. */
export function isSameChoice(one: KeptChoice, other: KeptChoice): boolean {
  const { rules, trained } = one;
  const isSameTrained = trained.every((rows, n) => rows === other.trained[n]);
  return rules === other.rules && trained.length === other.trained.length && isSameTrained;
}

/**
 * Asks rules that look at rows and rules that follow the whole file about an open text, as `Linter` does of a file, and reads no more of it
 * than has changed since they were asked last; a rule that keeps no facts of rows is shown again what is no prose that it knows.
 */
export class KeptLint {
  readonly #options: LintOptions;
  readonly #rules: RuleSet;
  readonly #withFacts: readonly FactRule[];
  readonly #others: FileRules;
  readonly #factsWidth: number;

  /** @param options rules of these two kinds alone */
  constructor(options: LintOptions) {
    this.#options = options;
    this.#rules = new RuleSet(options);
    const withFacts: FactRule[] = [];
    const others: CollectingRule[] = [];
    let width = 0;
    for (const each of collectingRules(this.#rules, new SharedWork(options))) {
      const { facts } = each.collector;
      if (facts === undefined) others.push(each);
      else withFacts.push({ ...each, facts, from: width });
      width += facts?.width ?? 0;
    }
    this.#withFacts = withFacts;
    this.#others = new FileRules(others);
    this.#factsWidth = width;
  }

  /** How many lines nothing is known of. */
  noRows(lines: number): KeptRows {
    return new KeptRows(this.#factsWidth, lines);
  }

  /** What it reads of a row depends on this: lines that were read by another are known to it where these are the same. */
  get choice(): KeptChoice {
    const { rules, only, deep, trained = [] } = this.#options;
    const withFacts = this.#withFacts.map(({ rule }) => rule.id);
    return { rules: JSON.stringify([rules, only, deep, withFacts]), trained };
  }

  /** Null where more was found than may be listed. Stops after each stretch of lines: the text must not change before it goes on. */
  *lint({ text, lines, kept }: KnownText): Generator<undefined, LintedFile | null> {
    const { path, ignores = [] } = this.#options;
    const filter = new FindingFilter(ignores);
    const known = new KnownRows(filter.digests);
    const [rules, withFacts, others] = [this.#rules, this.#withFacts, this.#others];
    const comparing = new FileRules(withFacts);
    const asksDigest = filter.digests.length > 0 || comparing.askFirstEqual;
    const pass = new LinePass({ text, lines, kept }, { rules, withFacts, others, known, asksDigest });
    yield* pass.run();
    if (kept.findings.length > MOST_LISTED) return null;
    const lists = new FindingLists();
    for (const each of [comparing, others])
      each.end(lists, (row, part) => part ?? lineSpan(text, row, pass.offsetOf(row - 1)));
    const listed = [...kept.findings, ...lists.listed].sort(byPlace);
    const { findings, ignored } = filter.split(listed, known.rows);
    const { unlisted, unlistedIgnored } = filter.splitUnlisted(lists.unlisted);
    const found = fileFindings({ findings, ignored, unlisted, unlistedIgnored });
    return { path, format: lines.format, rows: pass.rows, bytes: pass.bytes, ...found };
  }
}
