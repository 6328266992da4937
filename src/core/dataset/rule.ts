import type { Language, Message } from '../text/message.ts';
import type { ColumnSet } from './row/column.ts';
import type { DatasetFormat, Severity } from './findings/finding.ts';
import type { Fix } from './findings/fix.ts';
import type { ForeignEncoding } from './reading/foreign-encoding.ts';
import type { Target } from './json/locate.ts';
import type { ConfigurationFault } from './configuration/parse-configuration.ts';
import type { KnownIgnore } from './configuration/configuration.ts';
import type { CsvChange } from './loading/csv-change.ts';
import type { FolderPlace } from './folder/folder-place.ts';
import type { JsonProblem } from './json/positioned-json.ts';
import type { Span } from './reading/place.ts';
import type { Row } from './row/row.ts';
import type { PromptKind } from './row/row-format.ts';
import type { SharedWork } from './shared-work.ts';
import type { TextSearch } from './wording/text-search.ts';
import { withhold } from './personal-data/withhold.ts';

/** What a rule looks at, one kind per rule; the place is known to the linter. */
export type Subject =
  | { readonly kind: 'row'; readonly row: Row }
  /** A line, or a whole array or object, that is no JSON. */
  | {
      readonly kind: 'broken-row';
      readonly text: string;
      readonly problem: JsonProblem;
      readonly at: number;
      /** A line that loading joins with those around it to one row. */
      readonly isJoined: boolean;
    }
  | { readonly kind: 'blank-line' }
  /** A line, or a whole array or object, with bytes that are no UTF-8. */
  | { readonly kind: 'broken-bytes'; readonly encoding: ForeignEncoding | null }
  | { readonly kind: 'byte-order-mark' }
  /** The line ends of the whole file: whether some are CR LF, and some LF alone. */
  | { readonly kind: 'line-ends'; readonly crlf: boolean; readonly lf: boolean }
  /** The file as part of a folder that is loaded as a whole. */
  | { readonly kind: 'folder'; readonly place: FolderPlace }
  /** Something in a CSV file that loading stops at or changes. */
  | { readonly kind: 'csv'; readonly change: CsvChange }
  /** Something in tuning-fork.yaml that does not count. */
  | { readonly kind: 'configuration'; readonly fault: ConfigurationFault }
  /** An entry of tuning-fork.yaml that no finding matches. */
  | { readonly kind: 'unused-ignore'; readonly entry: KnownIgnore }
  /** A file without a row. */
  | { readonly kind: 'no-rows' }
  /** A container that cannot be read, or not to its end, in the words of what reads it; null: a record is longer than may be read. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  /** A row whose value an earlier one has too: `first` is the first of them. */
  | { readonly kind: 'equal-row'; readonly first: number }
  /** A row whose format, or kind of prompt, is not that of the file, once all rows have voted. */
  | {
      readonly kind: 'odd-row';
      readonly columns: ColumnSet;
      readonly format: DatasetFormat;
      readonly fileFormat: DatasetFormat;
      /** What most prompts of rows with a completion are made of. */
      readonly filePrompt: PromptKind;
      /** Columns of most rows, where the format of the file leaves a choice; else none. */
      readonly fileColumns: ColumnSet;
      /** Keys of the row that are near a known column. */
      readonly nearMiss: { readonly key: string; readonly column: string } | null;
    };
/**
 * Why a file cannot be read further: a record is longer than may be read, or its container is broken, or compressed with what is not
 * read.
 */
export type UnreadableReason =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'codec'; readonly codec: string };
export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

/** One occurrence, as a rule reports it. */
export interface Occurrence {
  readonly target: Target;
  readonly message: Message;
  /** Where it is not that of the rule; a severity that a setting gives the rule wins over it. */
  readonly severity?: Severity;
  readonly related?: readonly number[];
  /** Rows of other files, by the paths that these are shown with. */
  readonly relatedElsewhere?: readonly { readonly path: string; readonly row: number }[];
  readonly fix?: Fix;
}
export type Report = (occurrence: Occurrence) => void;

export interface RuleDocumentation {
  /** What it finds, why it matters and what to do: a few sentences in each language. */
  readonly text: Readonly<Record<Language, string>>;
  /** A row, or lines, that the rule accepts, and one that it names. */
  readonly good: string;
  readonly bad: string;
}

/** What every rule says of itself. */
interface RuleFacts {
  /** Stable kebab-case id. */
  readonly id: string;
  readonly defaultSeverity: Severity;
  readonly documentation: RuleDocumentation;
  /** Too slow for every look at a file: it runs when slow rules are asked for, or when a setting gives it a severity. */
  readonly deep?: true;
  /** It runs always, and looks at more where slow rules are asked for. */
  readonly moreWithDeep?: true;
  /** It guesses, and not well enough, or not everybody wants it: it runs only when a setting gives it a severity. */
  readonly offByDefault?: true;
}

/** A rule that looks at one kind of subject. */
export interface RuleOn<K extends Subject['kind']> extends RuleFacts {
  readonly on: K;
  /** It is about turns and has nothing to say of a plain conversation (`isPlainConversation`). */
  readonly turnsOnly?: true;
  /**
   * What it finds in a row of texts does not depend on what these say, as long as they are not empty. The same holds of the rules about
   * turns.
   */
  readonly shapeOnly?: true;
  /**
   * Searches over the JSON text, and bits of `characterClass`: where either is given, the rule is shown only rows in which one of them
   * finds something.
   */
  readonly mayHold?: readonly TextSearch[];
  readonly characters?: number;
  check(subject: SubjectOf<K>, report: Report): void;
}

/** A rule that compares rows: it is shown every row that is an object, in order, and speaks when all have been seen. */
export interface FileRule extends RuleFacts {
  readonly on: 'file';
  /** It asks of a row which one before it is equal. */
  readonly asksFirstEqual?: true;
  /** What takes the rows of one file. @param shared what the rules of the file work out together. */
  collect(shared: SharedWork): RowCollector;
}

export interface RowCollector {
  /** The row is not kept beyond the call, since files are larger than memory: keep numbers and digests. */
  add(row: Row): void;
  /** All that it takes from a row, where that depends on nothing but the row and what lies beside the file. */
  readonly facts?: CollectedFacts;
  /** Takes lines that it need not see; absent where it must see all. */
  readonly prose?: ProseLines;
  /** A line of a JSONL file that is empty, at a byte offset. */
  blankLine?(line: number, offset: number): void;
  end(report: FileReport): void;
}

/** What a collector keeps of each row, as integers: a row that has not changed since they were read need not be read again. */
export interface CollectedFacts {
  /** Integers of a row. */
  readonly width: number;
  /** Those of a row; null if there is nothing to keep of it. They change with the next row that is read. */
  read(row: Row): Int32Array | null;
  /** Takes those of a row, of which `RowCollector.add` would have read them. */
  add(row: number, facts: Int32Array): void;
}

/** What takes lines of prose (`Row.proseColumns`) by their numbers. */
export interface ProseLines {
  /** Whether one more of them in these columns says nothing new. @param offset of it in the file; Infinity: wherever it stands */
  knowsProse(columns: readonly string[], offset: number): boolean;
  addProse(number: number): void;
}

/** Reports about a row by its number: about all of it, or about a target whose place was asked of the row while it was there. */
export type FileReport = (
  row: number,
  occurrence: Omit<Occurrence, 'target'> & { readonly target?: Target; readonly span?: Span | null },
) => void;

/** One rule of the linter: pure, without a state of its own. */
export type Rule = { [K in Subject['kind']]: RuleOn<K> }[Subject['kind']] | FileRule;

/** UTF-16 units that `excerpt` searches for what must not be repeated: nothing longer reaches into the characters that are shown. */
export const LOOKED_AT = 1000;

/** At most 40 characters of a text for a sentence; secrets and personal data are withheld before the cut. */
export function excerpt(text: string): string {
  const shown = withhold(text.slice(0, LOOKED_AT));
  const characters = Array.from(shown.slice(0, 100));
  const isCut = characters.length > 40 || text.length > LOOKED_AT;
  return isCut ? `${characters.slice(0, 40).join('')}…` : shown;
}
