import type { Finding, Severity } from './finding.ts';
import { nodeAt, pointerOf, rawIndex, type Target } from './locate.ts';
import { ByteFinder, type Span } from './place.ts';
import { parsePositioned, type JsonNode } from './positioned-json.ts';
import type { RawRow } from './raw-row.ts';
import type { Occurrence } from './rule.ts';
import { lineAndColumn, wholeSpan } from './whole-span.ts';

/** Turns what rules report about one row into findings with exact places. Positions are parsed only when one is asked for. */
export class FindingMaker {
  readonly #raw: RawRow;
  #root: JsonNode | null = null;
  #bytes: ByteFinder | null = null;

  constructor(raw: RawRow) {
    this.#raw = raw;
  }

  make(rule: string, severity: Severity, occurrence: Occurrence): Finding {
    return findingAt(rule, severity, this.#raw.number, this.spanOf(occurrence.target), occurrence);
  }

  /** Where a target lies in the file. */
  spanOf(target: Target): Span {
    const range = this.#range(target);
    if (range === null) return wholeSpan(this.#raw);
    const [start, end] = range;
    const from = lineAndColumn(this.#raw, start);
    const to = lineAndColumn(this.#raw, end);
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
    const found = nodeAt(this.#parsed(), target.path);
    if (found === undefined) return null;
    const { node, entry } = found;
    if (target.kind === 'value') return [node.start, node.end];
    const key = entry?.keyAt ?? node;
    if (target.kind === 'key') return [key.start, key.end];
    const quote = target.kind === 'key-text' ? key.start : node.start;
    const { text } = this.#raw;
    return [rawIndex(text, quote, target.from), rawIndex(text, quote, target.to)];
  }

  #parsed(): JsonNode {
    if (this.#root !== null) return this.#root;
    const { text, depth } = this.#raw;
    const parsed = parsePositioned(text, depth);
    this.#root = parsed.ok ? parsed.root : { kind: 'literal', start: 0, end: text.length, value: null };
    return this.#root;
  }

  #byteOf(index: number): number {
    const { text, block, from, to, offset } = this.#raw;
    if (text.length === to - from) return offset + index;
    this.#bytes ??= new ByteFinder(block.subarray(from, to));
    return offset + this.#bytes.byteOf(index);
  }
}

/** A finding whose place is known. */
export function findingAt(
  rule: string,
  severity: Severity,
  row: number,
  span: Span,
  { target, message, related }: Occurrence,
): Finding {
  const args = message.args === undefined ? {} : { args: { ...message.args } };
  const made: Finding = { rule, severity, row, ...span, message: { id: message.id, ...args } };
  if (target.kind !== 'whole' && target.kind !== 'range') made.pointer = pointerOf(target.path);
  if (related !== undefined) made.related = related.map((each) => ({ row: each }));
  return made;
}
