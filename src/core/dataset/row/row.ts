import { classesIn, DELETE, ESCAPE } from '../wording/character-class.ts';
import { columnsOf, nearMiss, type ColumnSet, type NearMiss } from './column.ts';
import { hasDocuments } from './documents.ts';
import { eachText, type VisitText } from './each-text.ts';
import { exchangesOf, type Exchange } from './exchange.ts';
import type { DatasetFormat } from '../findings/finding.ts';
import { firstAsked } from './first-asked.ts';
import { FindingMaker } from '../findings/finding-maker.ts';
import { tallyOf, type JsonTally } from '../json/json-tally.ts';
import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { Path, Target } from '../json/locate.ts';
import type { Span } from '../reading/place.ts';
import { textMark } from '../marks/text-mark.ts';
import { parseJson } from '../json/parse-json.ts';
import { isPlainConversation, onlyTurns } from './plain-conversation.ts';
import { proseColumnsOf } from './prose-columns.ts';
import type { RawRow } from '../reading/raw-row.ts';
import { formatOfRow } from './row-format.ts';
import type { RowShape, ShapedTexts } from '../shape/row-shape.ts';
import type { ShapedSum } from '../shape/shaped-sum.ts';
import type { TextNumber } from '../shape/text-number.ts';
import { ShapedExchange } from '../shape/shaped-exchange.ts';
import type { TextSearch } from '../wording/text-search.ts';
import { callsOfTurn, type ToolCall } from './tool-call.ts';
import { declaredTools, type DeclaredTools } from './tool-definition.ts';
import { conversationsOf, mayCall, type Conversation } from './turn.ts';

/** What is known of a row when it has been read. */
export interface RowFacts {
  readonly raw: RawRow;
  /** Its value, or its shape if others were written the same way: then it is parsed only if more than its texts is asked for. */
  readonly read: { readonly value: JsonValue } | { readonly shape: RowShape; readonly texts: ShapedTexts };
  readonly hasBrokenBytes: boolean;
  readonly firstEqual: number | null;
  readonly hasEdgeWhiteSpace: boolean;
}

/** Which texts are of interest; every text if neither is given. */
export interface SoughtInTexts {
  readonly mayHold?: readonly TextSearch[];
  readonly characters?: number;
}

/** A row that could be read, with what several rules ask of it. */
export class Row {
  readonly number: number;
  /** The JSON text, broken bytes replaced. */
  readonly text: string;
  /** The row's own bytes, or in an array any byte of the file, are no UTF-8. */
  readonly hasBrokenBytes: boolean;
  /** The first row with an equal value; null if this is the first. */
  readonly firstEqual: number | null;
  /** A text of the row may begin or end with white space. */
  readonly hasEdgeWhiteSpace: boolean;
  readonly columns: ColumnSet;
  readonly format: DatasetFormat;
  /** How it is written, if others were written the same way. */
  readonly shape: RowShape | null;
  readonly #texts: ShapedTexts | null;
  readonly #raw: RawRow;
  #value: JsonValue | undefined;
  #conversations: readonly Conversation[] | null = null;
  #exchanges: readonly Exchange[] | null = null;
  #calls: readonly ConversationCalls[] | null = null;
  #tools: DeclaredTools | null = null;
  #tally: JsonTally | null = null;
  #isPlain: boolean | null = null;
  #proseColumns: readonly string[] | null | undefined = undefined;
  #nearMiss: NearMiss | null | undefined = undefined;
  #characters: number | null = null;
  #maker: FindingMaker | null = null;

  constructor(facts: RowFacts) {
    this.number = facts.raw.number;
    this.text = facts.raw.text;
    this.hasBrokenBytes = facts.hasBrokenBytes;
    this.firstEqual = facts.firstEqual;
    this.#raw = facts.raw;
    this.hasEdgeWhiteSpace = facts.hasEdgeWhiteSpace;
    if ('value' in facts.read) {
      this.shape = this.#texts = null;
      this.#value = facts.read.value;
      this.columns = this.object === null ? 0 : columnsOf(this.object);
      this.format = this.object === null ? 'unknown' : formatOfRow(this.object, this.columns);
    } else {
      this.shape = facts.read.shape;
      this.#texts = facts.read.texts;
      this.columns = this.shape.columns;
      this.format = this.shape.format;
    }
  }

  get value(): JsonValue {
    if (this.#value === undefined) this.#value = parseJson(this.text) ?? null;
    return this.#value;
  }

  /** The value, if it is an object. */
  get object(): JsonObject | null {
    const { value } = this;
    return isObject(value) ? value : null;
  }

  /** Whether `object` is not null, without parsing the row for it. */
  get isObject(): boolean {
    return this.shape !== null || this.object !== null;
  }

  /** What it was in its file: a line, an element of an array, the one object of a file, or a record of CSV or Parquet. */
  get container(): 'line' | 'element' | 'document' | 'record' {
    if (this.#raw.to === 0) return 'record';
    if (this.#raw.depth > 0) return 'element';
    return this.text.includes('\n') ? 'document' : 'line';
  }

  /** Byte offset in the file at which it begins. */
  get offset(): number {
    return this.#raw.offset;
  }

  /** Where a target lies, for findings that are made when the row is gone; null in a record. */
  spanOf(target: Target): Span | null {
    return this.#raw.to === 0 ? null : this.maker.spanOf(target);
  }

  /** The JSON text of the value at a path; empty if there is no value. */
  literalAt(path: Path): string {
    const found = this.maker.find(path);
    return found === null ? '' : this.text.slice(found.start, found.end);
  }

  /** One for all questions about the row, because it remembers how far it has read. */
  get maker(): FindingMaker {
    this.#maker ??= new FindingMaker(this.#raw);
    return this.#maker;
  }

  /** The marks that its JSON text may have (`textMark`). */
  get marks(): number {
    return this.#raw.marks;
  }

  /** Whether its JSON text may hold what a search looks for. */
  mayHold(search: TextSearch): boolean {
    const { block, from, to, marks } = this.#raw;
    if ((marks & search.marks) === 0) return false;
    // a record has no bytes
    if (to > 0 && search.mayBeIn?.(block, from, to) === false) return false;
    return search.next(this.text, 0) < this.text.length;
  }

  mayHoldOneOf(searches: readonly TextSearch[]): boolean {
    for (let n = 0; n < searches.length; n++) {
      const search = searches[n];
      if (search !== undefined && this.mayHold(search)) return true;
    }
    return false;
  }

  /**
   * Calls back with its texts and keys, as `eachText` does. Of a row in a known shape, which has nothing to find in its keys, only with
   * texts that may hold what is looked for.
   */
  eachText({ mayHold, characters }: SoughtInTexts, visit: VisitText): void {
    const texts = this.#texts;
    if (this.shape === null || texts === null) {
      eachText(this.value, visit);
      return;
    }
    const { paths } = this.shape;
    const isInAny =
      mayHold === undefined || (characters !== undefined && (this.characters & characters) !== 0);
    for (let n = 0; n < paths.length; n++) {
      const path = paths[n];
      if (path !== undefined && path !== null && (isInAny || this.#mayTextHold(n, texts, mayHold)))
        visit(texts.text(n, this.text), path, false);
    }
  }

  #mayTextHold(number: TextNumber, texts: ShapedTexts, searches: readonly TextSearch[]): boolean {
    const from = texts.fromOf(number);
    const to = texts.toOf(number);
    for (const search of searches)
      if ((this.#raw.marks & search.marks) !== 0 && search.next(this.text, from) < to) return true;
    return false;
  }

  /** Nothing but ASCII is in its texts, not as escapes either. */
  get isPlainAscii(): boolean {
    return this.#isAscii && !this.mayHold(ESCAPE);
  }

  /** The bits of `characterClass` that its texts and keys may have some of. */
  get characters(): number {
    this.#characters ??= this.isPlainAscii && !this.mayHold(DELETE) ? 0 : classesIn(this.text, this.#isAscii);
    return this.#characters;
  }

  get #isAscii(): boolean {
    return (this.#raw.marks & textMark.notAscii) === 0;
  }

  /** Of a row of no format: the key that was meant to be a column. */
  get nearMiss(): NearMiss | null {
    if (this.shape !== null) return this.shape.nearMiss;
    if (this.#nearMiss === undefined)
      this.#nearMiss = this.object === null || this.format !== 'unknown' ? null : nearMiss(this.object);
    return this.#nearMiss;
  }

  /** A conversation as nearly all are (`isPlainConversation`). */
  get isPlain(): boolean {
    if (this.shape !== null) return this.shape.isPlain;
    this.#isPlain ??= this.object !== null && isPlainConversation(this.object);
    return this.#isPlain;
  }

  /** The turns of a row that is a plain conversation and nothing else; null for any other row. */
  get plainTurns(): readonly JsonValue[] | null {
    return this.object !== null && this.isPlain ? onlyTurns(this.object) : null;
  }

  /** See `proseColumnsOf`; null for any other row. */
  get proseColumns(): readonly string[] | null {
    if (this.shape !== null) return this.shape.proseColumns;
    if (this.#proseColumns === undefined) this.#proseColumns = proseColumnsOf(this);
    return this.#proseColumns;
  }

  /** The columns that hold lists of turns. */
  get conversations(): readonly Conversation[] {
    this.#conversations ??= this.object === null ? [] : conversationsOf(this.object);
    return this.#conversations;
  }

  /** Its answers that are text, each with what was asked. */
  get exchanges(): readonly Exchange[] {
    this.#exchanges ??=
      this.#shapedExchanges() ?? (this.object === null ? [] : exchangesOf(this.object, this.conversations));
    return this.#exchanges;
  }

  #shapedExchanges(): Exchange[] | null {
    const texts = this.#texts;
    if (this.shape === null || texts === null) return null;
    return this.shape.answers.map((place) => new ShapedExchange(place, texts, this.text));
  }

  /** Writes the digest of a part of a row in a known shape. */
  digest(sum: ShapedSum, into: Int32Array): void {
    this.#texts?.digest(sum, into);
  }

  /** A text of a row in a known shape, by its number there. */
  textAt(number: TextNumber): string {
    return this.#texts?.text(number, this.text) ?? '';
  }

  /**
   * The first text that is asked, if nothing stands before or beside it that it could be about.
   * @param longest what is longer is not looked at
   */
  askedWithin(longest: number): string | null {
    const asked = this.#asked(longest);
    return asked === null || asked.length > longest ? null : asked;
  }

  #asked(longest: number): string | null {
    if (this.shape === null || this.#texts === null)
      return this.object === null ? null : firstAsked(this.object, this.conversations);
    const { asked } = this.shape;
    return asked !== null && this.#texts.mayFit(asked, longest) ? this.#texts.text(asked, this.text) : null;
  }

  /** It holds what others wrote, in a column or as the result of a tool. */
  get hasDocuments(): boolean {
    if (this.shape !== null) return this.shape.hasDocuments;
    return this.object !== null && hasDocuments(this.object, this.conversations);
  }

  /** The conversations in which tools are called, with their calls in order. */
  get calls(): readonly ConversationCalls[] {
    this.#calls ??= this.conversations.some(({ turns }) => turns.some(mayCall))
      ? callsOf(this.conversations)
      : NO_CALLS;
    return this.#calls;
  }

  /** What its `tools` column declares. */
  get tools(): DeclaredTools {
    this.#tools ??= declaredTools(this.object?.['tools']);
    return this.#tools;
  }

  /** A plain turn has its role and its text. */
  get #plainTally(): JsonTally | null {
    const turns = this.plainTurns;
    return turns === null ? null : { keys: 1 + 2 * turns.length, hasNonFinite: false, hasLongNumber: false };
  }

  get tally(): JsonTally {
    this.#tally ??= this.#plainTally ?? tallyOf(this.value);
    return this.#tally;
  }
}

/** A conversation and the calls of tools in it. */
export interface ConversationCalls {
  readonly conversation: Conversation;
  readonly calls: readonly ToolCall[];
}

const NO_CALLS: readonly ConversationCalls[] = [];

function callsOf(conversations: readonly Conversation[]): ConversationCalls[] {
  const found: ConversationCalls[] = [];
  for (const conversation of conversations) {
    const calls = conversation.turns.flatMap(callsOfTurn);
    if (calls.length > 0) found.push({ conversation, calls });
  }
  return found;
}
