import { utf8Length } from '../reading/utf8-length.ts';
import type { TextChange } from './text-change.ts';

/** Lines that took the place of others; `from` counts from 0. */
export interface ChangedLines {
  readonly from: number;
  readonly removed: readonly string[];
  readonly added: number;
  /** By how many bytes the text has grown. */
  readonly bytes: number;
}

/** The lines of an open text, which follow its changes. Its bytes are its UTF-8. */
export class EditedText {
  readonly #end: string;
  #lines: readonly string[];
  /** Bytes of each line without its end. */
  #lengths: readonly number[];

  /** @param end what ends each line but the last: an editor has one for all */
  constructor(text: string, end: string) {
    this.#end = end;
    this.#lines = text.split(end);
    this.#lengths = this.#lines.map(utf8Length);
  }

  /** Takes changes, and gives the one stretch of lines in which all of them lie. */
  change(changes: readonly TextChange[]): ChangedLines {
    const before = { lines: this.#lines, lengths: this.#lengths };
    let stretch: Stretch | null = null;
    for (const change of changes) stretch = joined(stretch, this.#replace(change));
    const { from, to, grown } = this.#withoutEqualEnds(before.lines, stretch ?? { from: 0, to: 0, grown: 0 });
    const removed = before.lines.slice(from, to - grown);
    const lost = this.#bytesOf(before.lengths, from, to - grown);
    const bytes = this.#bytesOf(this.#lengths, from, to) - lost;
    return { from, removed, added: to - from, bytes };
  }

  /** Bytes of all lines before one. */
  bytesBefore(line: number): number {
    return this.#bytesOf(this.#lengths, 0, line);
  }

  /** Bytes of all lines before each of some. */
  offsetsOf(lines: readonly number[]): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    let at = 0;
    let offset = 0;
    for (const line of lines.toSorted((a, b) => a - b)) {
      offset += this.#bytesOf(this.#lengths, at, line);
      at = line;
      found.set(line, offset);
    }
    return found;
  }

  /** A line without its end, and its bytes. */
  line(line: number): { readonly content: string; readonly bytes: number } {
    return { content: this.#lines[line] ?? '', bytes: this.#lengths[line] ?? 0 };
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** Bytes of a line with its line end, which the last line of the text lacks. */
  bytesOf(line: number): number {
    const own = this.#lengths[line] ?? 0;
    return line + 1 < this.#lines.length ? own + this.#end.length : own;
  }

  /** UTF-16 units of lines, without their ends. */
  unitsOf(from: number, to: number): number {
    let units = 0;
    for (let line = from; line < to; line++) units += this.#lines[line]?.length ?? 0;
    return units;
  }

  /** Lines with their line ends, which the last line of the text lacks. */
  between(from: number, to: number): string {
    const text = this.#lines.slice(from, to).join(this.#end);
    return to > from && to < this.#lines.length ? text + this.#end : text;
  }

  /** The text in blocks of whole lines, each of about so many UTF-16 units. */
  *blocks(size: number): Generator<string> {
    const lines = this.#lines;
    let from = 0;
    let units = 0;
    for (let at = 0; at < lines.length; at++) {
      units += (lines[at]?.length ?? 0) + this.#end.length;
      if (units < size && at + 1 < lines.length) continue;
      yield this.between(from, at + 1);
      from = at + 1;
      units = 0;
    }
  }

  /** The lines up to the first that is not blank. */
  beginning(): string {
    const first = this.#lines.findIndex((line) => /\S/.test(line));
    return this.between(0, first < 0 ? this.#lines.length : first + 1);
  }

  #replace({ from, to, text }: TextChange): Stretch {
    const head = (this.#lines[from.line] ?? '').slice(0, from.character);
    const tail = (this.#lines[to.line] ?? '').slice(to.character);
    const added = `${head}${text}${tail}`.split(/\r\n|\r|\n/);
    const [start, end] = [from.line, to.line + 1];
    this.#lines = this.#lines.slice(0, start).concat(added, this.#lines.slice(end));
    this.#lengths = this.#lengths.slice(0, start).concat(added.map(utf8Length), this.#lengths.slice(end));
    return { from: start, to: start + added.length, grown: added.length - (end - start) };
  }

  /** Inserted whole lines touch the line below, which stays as it is. A line that becomes or stops being the last one counts as changed. */
  #withoutEqualEnds(before: readonly string[], { from, to, grown }: Stretch): Stretch {
    const after = this.#lines;
    const last = Math.min(before.length, after.length) - 1;
    let [start, end] = [from, to];
    const most = Math.min(to, to - grown);
    while (start < most && start < last && before[start] === after[start]) start += 1;
    while (end > start && end - grown > start && before[end - grown - 1] === after[end - 1]) end -= 1;
    return { from: start, to: end, grown };
  }

  /** With their line ends; the last line, which has none, is counted as if it had one. */
  #bytesOf(lengths: readonly number[], from: number, to: number): number {
    let bytes = (to - from) * this.#end.length;
    for (let line = from; line < to; line++) bytes += lengths[line] ?? 0;
    return bytes;
  }
}

/** A stretch of lines as they are now, which has grown by so many. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly grown: number;
}

/** @param next in the lines that `known` has left */
function joined(known: Stretch | null, next: Stretch): Stretch {
  if (known === null) return next;
  return {
    from: Math.min(known.from, next.from),
    to: Math.max(known.to + next.grown, next.to),
    grown: known.grown + next.grown,
  };
}
