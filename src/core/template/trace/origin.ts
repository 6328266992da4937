import type { TraceWork } from './trace-work.ts';

/** A value of the data: the way to it, from the last step back to the first. Null is the data's top. */
export interface PathNode {
  readonly parent: PathNode | null;
  readonly key: string | number;
}

/**
 * Where a text came from, part by part. Lengths and offsets are UTF-16 units, `start` and `end` lie in the normalised template.
 * A leaf with a path came from that value of the data: from its character `offset` on, or from it as a whole if that is `WHOLE`.
 */
export type Origin = Leaf | Join;

export interface Leaf {
  readonly kind: 'leaf';
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly path: PathNode | null;
  readonly offset: number;
}

export interface Join {
  readonly kind: 'join';
  readonly length: number;
  /** Joins inside one another. */
  readonly depth: number;
  readonly parts: readonly Origin[];
}

/** A range of the template. */
export interface TemplateRange {
  readonly start: number;
  readonly end: number;
}

export const WHOLE = -1;

/** Text that the template wrote by itself. */
export function literal(length: number, { start, end }: TemplateRange): Leaf {
  return { kind: 'leaf', length, start, end, path: null, offset: WHOLE };
}

/** Text that came from a value of the data. */
export function fromData(
  length: number,
  { start, end }: TemplateRange,
  path: PathNode | null,
  offset: number,
): Leaf {
  return { kind: 'leaf', length, start, end, path, offset };
}

/** The origin of a value that is read at a place of the template: what came from the data is said to stand there. */
export function readAt(origin: Origin | null, { start, end }: TemplateRange): Origin | null {
  return origin === null || origin.kind === 'join' || origin.path === null
    ? origin
    : { ...origin, start, end };
}

export function join(parts: readonly Origin[], work: TraceWork): Origin {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  let length = 0;
  let depth = 0;
  for (const part of parts) {
    length += part.length;
    if (part.kind === 'join' && part.depth > depth) depth = part.depth;
  }
  if (depth < DEEPEST) return { kind: 'join', length, depth: depth + 1, parts };
  // a text that a loop makes longer and longer
  const leaves = leavesOf(parts);
  work.spend(leaves.length);
  return { kind: 'join', length, depth: 1, parts: leaves };
}

/** Walks go down from join to join. */
const DEEPEST = 200;

/** The part of a text from `from` to `to`. */
export function cut(origin: Origin, from: number, to: number, work: TraceWork): Origin {
  if (from <= 0 && to >= origin.length) return origin;
  if (origin.kind === 'leaf') {
    const length = Math.max(0, to - from);
    return { ...origin, length, offset: origin.offset === WHOLE ? WHOLE : origin.offset + from };
  }
  const parts: Origin[] = [];
  let at = 0;
  work.spend(origin.parts.length);
  for (const part of origin.parts) {
    const end = at + part.length;
    if (end > from && at < to)
      parts.push(cut(part, Math.max(0, from - at), Math.min(part.length, to - at), work));
    at = end;
    if (at >= to) break;
  }
  return join(parts, work);
}

/** The first value of the data that something of the text came from. */
export function firstPath(origin: Origin): PathNode | null {
  if (origin.kind === 'leaf') return origin.path;
  for (const part of origin.parts) {
    const path = firstPath(part);
    if (path !== null) return path;
  }
  return null;
}

/** The origin of `text`: as it is where the lengths agree, else the text comes from the value as a whole. */
export function fitted(origin: Origin | null, text: string, range: TemplateRange): Origin {
  if (origin === null) return literal(text.length, range);
  if (origin.length === text.length) return origin;
  return fromData(text.length, range, firstPath(origin), WHOLE);
}

/** The leaves in order; those of no length are left out. */
export function leavesOf(origins: readonly Origin[]): Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: Origin[] = origins.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'leaf') {
      if (next.length > 0) leaves.push(next);
    } else for (let i = next.parts.length - 1; i >= 0; i--) waiting.push(next.parts[i] ?? next);
  }
  return leaves;
}

/** The steps from the data's top. */
export function stepsOf(path: PathNode): (string | number)[] {
  const steps = path.parent === null ? [] : stepsOf(path.parent);
  steps.push(path.key);
  return steps;
}
