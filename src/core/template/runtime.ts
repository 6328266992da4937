import { ownFault } from './fault-messages.ts';
import { TemplateFault, typeError } from './template-fault.ts';
import type { Tracer } from './trace/tracer.ts';
import type { Value } from './values/value.ts';

/** The same on every machine: nothing here is measured in time. */
export const LIMITS = {
  /** Statements, loop turns, calls, and items or 64-character pieces that built-ins work through. */
  steps: 5_000_000,
  /** Characters of one string, items of one list. */
  size: 50_000_000,
  /** Bits of an int. */
  bits: 4_000_000,
  /** Macro calls inside one another: five frames each, where Python's recursion limit of 1,000 ends them. */
  depth: 198,
} as const;

/** How the environment reads attributes and items; `str.format` needs it from below. */
export interface FieldReader {
  attribute(value: Value, name: string): Value;
  item(value: Value, key: Value): Value;
}

/** What one rendering writes and counts. */
export class Runtime {
  /** What the innermost buffer holds so far: the document itself, or a macro's or a block's text. */
  out = '';
  /** Offset of the template that an error of the running operation belongs to. */
  at = 0;
  /** Offset whose line Python would name: that of the running statement. */
  mark = 0;
  /** Whether the running autoescape block escapes. */
  autoescape = false;
  /** What the last set or filter block wrote, until its filter takes it. */
  captured = '';
  /** Index of the message that the innermost loop over messages stands at; -1 if none. */
  message = -1;
  /** `{% generation %}` spans in code points, in the order in which they closed; null if they are not wanted. */
  readonly spans: [number, number][] | null;
  /** Variables and globals by name. */
  context: Map<string, Value>;
  /** Local wall time, `2026-11-24T09:30:00`. */
  readonly now: string;
  private steps = 0;
  private depth = 0;
  private buffers = 0;
  private document = '';
  private unjoinable: string | null = null;
  private measuredUnits = 0;
  private measuredPoints = 0;

  readonly fields: FieldReader;
  /** Follows where values come from, in a template that was compiled for it; null: nobody asks. */
  readonly trace: Tracer | null;

  constructor(
    context: Map<string, Value>,
    fields: FieldReader,
    now: string,
    trackSpans: boolean,
    trace: Tracer | null = null,
  ) {
    this.context = context;
    this.fields = fields;
    this.now = now;
    this.spans = trackSpans ? [] : null;
    this.trace = trace;
  }

  /** Counts one step. */
  step(): void {
    if (++this.steps > LIMITS.steps) this.outOfSteps();
  }

  /** Counts work of `units` steps before it is done. */
  charge(units: number): void {
    this.steps += units;
    if (this.steps > LIMITS.steps) this.outOfSteps();
  }

  /** Refuses a string or list of this size before it is made. */
  reserve(size: number): void {
    if (size > LIMITS.size) throw ownFault('Limit', 'template.too-large', { limit: LIMITS.size });
  }

  /** Refuses an int of this size before it is made. */
  reserveBits(bits: number): void {
    if (bits > LIMITS.bits) throw ownFault('Limit', 'template.too-large', { limit: LIMITS.bits });
    this.charge(Math.ceil(bits / 64));
  }

  write(text: string): void {
    this.reserve(this.out.length + text.length);
    this.trace?.write(text);
    this.out += text;
  }

  /** Writes what a call or filter block gives; what is no text fails when all is joined. */
  writeRaw(text: string | null, typeName: string): void {
    if (text === null) this.unjoinable ??= typeName;
    else this.write(text);
  }

  /** Joins what was written. */
  finish(): void {
    if (this.unjoinable !== null) typeError(`expected str instance, ${this.unjoinable} found`);
  }

  /**
   * Runs `body` with a buffer of its own and gives what it wrote; joining it belongs to the statement at `mark`.
   * @param body false where it left the buffer by a break or continue: then nothing is joined
   */
  capture(body: () => unknown, mark = -1): string {
    const outer = this.out;
    if (this.buffers++ === 0) this.document = outer;
    this.out = '';
    const { unjoinable } = this;
    this.unjoinable = null;
    const traced = this.trace?.open();
    try {
      if (body() === false) return '';
      if (mark >= 0) this.mark = mark;
      this.finish();
      return this.out;
    } finally {
      if (traced !== undefined) this.trace?.close(traced, this.out);
      this.out = outer;
      this.unjoinable = unjoinable;
      this.buffers--;
    }
  }

  /** Goes one macro call deeper; `leave` must follow. */
  enter(): void {
    this.step();
    if (this.depth >= LIMITS.depth)
      throw new TemplateFault('RecursionError', 'maximum recursion depth exceeded');
    this.depth++;
  }

  leave(): void {
    this.depth--;
  }

  /** Runs `body` with other variables, as a scoped block wants it. */
  within(context: Map<string, Value>, body: () => void): void {
    const outer = this.context;
    this.context = context;
    body();
    this.context = outer;
  }

  /**
   * Records a generation block of `text` as transformers 5.23 does: it starts at the length of what the document had when the
   * outermost statement began to run, which is wrong inside macros and set blocks, and stays so (chat_template_utils.py:598).
   */
  recordGeneration(text: string): void {
    if (this.spans === null) return;
    const document = this.buffers === 0 ? this.out : this.document;
    this.measuredPoints += countPoints(document.slice(this.measuredUnits));
    this.measuredUnits = document.length;
    this.spans.push([this.measuredPoints, this.measuredPoints + countPoints(text)]);
  }

  private outOfSteps(): never {
    throw ownFault('Limit', 'template.too-many-steps', { limit: LIMITS.steps });
  }
}

/** Code points of a text. A surrogate pair at a cut cannot occur: pieces are written whole. */
function countPoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      i++;
    }
  }
  return count;
}
