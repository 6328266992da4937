import type { Finding, Severity } from './finding.ts';
import type { Message } from '../../text/message.ts';
import { ValueFinder, type FoundValue } from '../json/find-value.ts';
import { RawIndexFinder, type Path, type Target } from '../json/locate.ts';
import { ByteFinder, TextByteFinder, type Span } from '../reading/place.ts';
import type { RawRow } from '../reading/raw-row.ts';
import type { Occurrence } from '../rule.ts';
import { shownPointer } from './shown-pointer.ts';
import { RowLines, wholeSpan } from '../reading/whole-span.ts';

/**
 * Turns what rules report about one row into findings with exact places. It remembers how far it has read, so that a row with many
 * findings costs one pass.
 */
export class FindingMaker {
  readonly #raw: RawRow;
  readonly #values: ValueFinder;
  readonly #rawIndices: RawIndexFinder;
  readonly #lines: RowLines;
  #bytes: ByteFinder | TextByteFinder | null = null;

  constructor(raw: RawRow) {
    this.#raw = raw;
    this.#values = new ValueFinder(raw.text);
    this.#rawIndices = new RawIndexFinder(raw.text);
    this.#lines = new RowLines(raw);
  }

  /** Where the value at a path lies in the row's text. */
  find(path: Path): FoundValue | null {
    return this.#values.find(path);
  }

  make(rule: string, severity: Severity, occurrence: Occurrence): Finding {
    const { fix, ...unfixed } = occurrence;
    // an element of an array has no line of its own
    if (fix?.edit.kind === 'remove-line' && this.#raw.depth > 0)
      return findingAt(rule, severity, this.#raw.number, this.spanOf(occurrence.target), unfixed);
    return findingAt(rule, severity, this.#raw.number, this.spanOf(occurrence.target), occurrence);
  }

  /** Where a target lies in the file. */
  spanOf(target: Target): Span {
    const range = this.#range(target);
    if (range === null) return wholeSpan(this.#raw);
    const [start, end] = range;
    const from = this.#lines.lineAndColumn(start);
    const to = this.#lines.lineAndColumn(end);
    return {
      ...from,
      endLine: to.line,
      endColumn: to.column,
      start: this.#byteOf(start),
      end: this.#byteOf(end),
    };
  }

  /** UTF-16 indices into the row's text; null for all of it. */
  #range(target: Target): [number, number] | null {
    if (target.kind === 'whole') return null;
    if (target.kind === 'range') return [target.start, target.end];
    const found = this.find(target.path);
    if (found === null) return null;
    if (target.kind === 'value') return [found.start, found.end];
    const key = found.key ?? found;
    if (target.kind === 'key') return [key.start, key.end];
    const quote = target.kind === 'key-text' ? key.start : found.start;
    return [this.#rawIndices.rawIndex(quote, target.from), this.#rawIndices.rawIndex(quote, target.to)];
  }

  #byteOf(index: number): number {
    const { text, block, from, to, offset, hasReplacements } = this.#raw;
    if (text.length === to - from) return offset + index;
    this.#bytes ??= hasReplacements ? new ByteFinder(block.subarray(from, to)) : new TextByteFinder(text);
    return offset + this.#bytes.byteOf(index);
  }
}

/** A finding whose place is known; null in a file without lines, where row and pointer say it. */
export function findingAt(
  rule: string,
  severity: Severity,
  row: number,
  span: Span | null,
  { target, message, related, relatedElsewhere, fix }: Occurrence,
): Finding {
  const made: Finding = { rule, severity, row, ...span, message: keptMessage(message) };
  if (target.kind !== 'whole' && target.kind !== 'range') made.pointer = shownPointer(target.path);
  if (fix !== undefined && span !== null) made.fix = fix;
  if (related !== undefined) made.related = related.map((each) => ({ row: each }));
  if (relatedElsewhere !== undefined) made.related = [...relatedElsewhere];
  return made;
}

const withoutArguments = new Map<string, Message>();

/** Every line of a file may have a finding, so equal messages are shared. */
export function keptMessage({ id, args }: Message): Finding['message'] {
  if (args !== undefined) return { id, args: { ...args } };
  let known = withoutArguments.get(id);
  if (known === undefined) withoutArguments.set(id, (known = { id }));
  return known;
}
