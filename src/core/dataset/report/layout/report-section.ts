import type { RowClusters } from '../dataset-report.ts';
import type { Severity } from '../../findings/finding.ts';

/** The parts of a report, in their order. */
export type SectionId =
  | 'findings'
  | 'lengths'
  | 'turns'
  | 'scripts'
  | 'duplicates'
  | 'review'
  | 'bias'
  | 'ignored'
  | 'training';

/** One part of the report as data: the HTML page and the panel draw the same. */
export interface ReportSection {
  readonly id: SectionId;
  readonly title: string;
  /** Muted words beside the title. */
  readonly note: string | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'sentence'; readonly text: string }
  /** Bars side by side with each other, as far as there is place. */
  | { readonly kind: 'columns'; readonly columns: readonly BarColumn[] }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | { readonly kind: 'rules'; readonly rules: readonly RuleLine[] };

export interface BarColumn {
  readonly title: string;
  readonly note: string | null;
  readonly bars: readonly Bar[];
}

/** One bar. `of` is what the full width stands for; a bar with rows leads to them. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly tone: BarTone;
  readonly leads: Leads | null;
}

/** `trained`: carries loss or may; `look`: worth a look. */
export type BarTone = 'plain' | 'trained' | 'look';

/** The rows behind a bar: the first of them, or the largest groups that they make. */
export type Leads =
  | { readonly kind: 'rows'; readonly rows: number; readonly first: readonly number[] }
  | ({ readonly kind: 'groups' } & Pick<RowClusters, 'groups' | 'largest'>);

/** The findings of a rule. */
export interface RuleLine {
  readonly rule: string;
  readonly severity: Severity;
  /** The severity as a word. */
  readonly says: string;
  readonly count: number;
  readonly inRows: string;
  /** What the rule is about: one sentence, and all of it. */
  readonly sentence: string;
  readonly about: string;
  readonly first: readonly { readonly row: number; readonly text: string }[];
  /** What is said of the findings that are not listed. */
  readonly more: string | null;
}
