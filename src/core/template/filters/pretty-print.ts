import { isFault } from '../template-fault.ts';
import { splitLines } from '../methods/text-split.ts';
import type { Runtime } from '../runtime.ts';
import { ordered } from '../values/compare.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyDict } from '../values/dict.ts';
import { repr } from '../values/repr.ts';
import { PySet } from '../values/set.ts';
import { typeName } from '../values/type-name.ts';
import { pointLength, SPACE } from '../values/unicode.ts';
import { PyTuple, type Value } from '../values/value.ts';

const WIDTH = 80;
const PARTS = new RegExp(`[^${SPACE}]*[${SPACE}]*`, 'gu');

/** Python's `pprint.pformat`: 80 columns, one space a level, dicts sorted. */
export function prettyPrint(runtime: Runtime, value: Value): string {
  return format(runtime, value, 0, 0, 1);
}

/** `level` of what is inside `value`; `allowance` columns follow its last line. */
function format(runtime: Runtime, value: Value, indent: number, allowance: number, level: number): string {
  runtime.step();
  const short = sortedRepr(value);
  runtime.reserve(short.length);
  if (pointLength(short) <= WIDTH - indent - allowance) return short;
  if (value instanceof PyDict) return formatDict(runtime, value, indent, allowance + 1, level);
  if (Array.isArray(value)) return `[${formatItems(runtime, value, indent, allowance + 1, level)}]`;
  if (value instanceof PyTuple && value.typeName === 'tuple') {
    const end = value.items.length === 1 ? ',)' : ')';
    return `(${formatItems(runtime, value.items, indent, allowance + end.length, level)}${end}`;
  }
  if (value instanceof PySet) {
    const items = sorted(value.items(), (item) => item);
    return `{${formatItems(runtime, items, indent, allowance + 1, level)}}`;
  }
  if (typeof value === 'string') return formatText(runtime, value, short, indent, allowance, level);
  return value instanceof PyBytes ? formatBytes(value, short, indent, allowance, level) : short;
}

function formatDict(
  runtime: Runtime,
  dict: PyDict,
  indent: number,
  allowance: number,
  level: number,
): string {
  const entries = sorted([...dict.entries()], ([key]) => key);
  const lines = entries.map(([key, value], i) => {
    const name = sortedRepr(key);
    const after = i === entries.length - 1 ? allowance : 1;
    return `${name}: ${format(runtime, value, indent + 1 + pointLength(name) + 2, after, level + 1)}`;
  });
  return `{${lines.join(`,\n${' '.repeat(indent + 1)}`)}}`;
}

function formatItems(
  runtime: Runtime,
  items: readonly Value[],
  indent: number,
  allowance: number,
  level: number,
): string {
  return items
    .map((item, i) => format(runtime, item, indent + 1, i === items.length - 1 ? allowance : 1, level + 1))
    .join(`,\n${' '.repeat(indent + 1)}`);
}

/** A long text in several literals, broken at line ends and spaces. */
function formatText(
  runtime: Runtime,
  text: string,
  short: string,
  outerIndent: number,
  outerAllowance: number,
  level: number,
): string {
  const outermost = level === 1;
  const indent = outerIndent + (outermost ? 1 : 0);
  const allowance = outerAllowance + (outermost ? 1 : 0);
  const lines = splitLines(runtime, text, true);
  const chunks = lines.flatMap((line, i) => {
    const isLast = i === lines.length - 1;
    const whole = repr(line);
    if (pointLength(whole) <= WIDTH - indent - (isLast ? allowance : 0)) return [whole];
    return breakLine(line, WIDTH - indent, isLast ? allowance : 0);
  });
  if (chunks.length === 1) return short;
  const joined = chunks.join(`\n${' '.repeat(indent)}`);
  return outermost ? `(${joined})` : joined;
}

function breakLine(line: string, width: number, lastAllowance: number): string[] {
  const parts = (line.match(PARTS) ?? []).filter((part) => part !== '');
  const chunks: string[] = [];
  let current = '';
  for (const [i, part] of parts.entries()) {
    const limit = i === parts.length - 1 ? width - lastAllowance : width;
    if (pointLength(repr(current + part)) <= limit) {
      current += part;
      continue;
    }
    if (current !== '') chunks.push(repr(current));
    current = part;
  }
  if (current !== '') chunks.push(repr(current));
  return chunks;
}

function formatBytes(
  value: PyBytes,
  short: string,
  outerIndent: number,
  allowance: number,
  level: number,
): string {
  const { bytes } = value;
  if (bytes.length <= 4) return short;
  const outermost = level === 1;
  const indent = outerIndent + (outermost ? 1 : 0);
  let width = WIDTH - indent;
  const chunks: string[] = [];
  let current: number[] = [];
  for (let i = 0; i < bytes.length; i += 4) {
    const part = bytes.slice(i, i + 4);
    if (i === Math.floor(bytes.length / 4) * 4) width -= allowance + (outermost ? 1 : 0);
    if (repr(new PyBytes([...current, ...part])).length > width) {
      if (current.length > 0) chunks.push(repr(new PyBytes(current)));
      current = part;
    } else current = [...current, ...part];
  }
  if (current.length > 0) chunks.push(repr(new PyBytes(current)));
  const joined = chunks.join(`\n${' '.repeat(indent)}`);
  return outermost ? `(${joined})` : joined;
}

/** The repr on one line, dicts sorted at every depth. */
function sortedRepr(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(sortedRepr).join(', ')}]`;
  if (value instanceof PyTuple && value.typeName === 'tuple') {
    return `(${value.items.map(sortedRepr).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  }
  if (!(value instanceof PyDict)) return repr(value);
  const entries = sorted([...value.entries()], ([key]) => key);
  return `{${entries.map(([key, item]) => `${sortedRepr(key)}: ${sortedRepr(item)}`).join(', ')}}`;
}

/** By `<`, and where Python has no order by the names of the types. */
function sorted<T>(items: T[], keyOf: (item: T) => Value): T[] {
  return items.toSorted((a, b) => {
    if (isLess(keyOf(a), keyOf(b))) return -1;
    return isLess(keyOf(b), keyOf(a)) ? 1 : 0;
  });
}

function isLess(a: Value, b: Value): boolean {
  try {
    return ordered(a, b, '<');
  } catch (error) {
    if (!isFault(error, 'TypeError')) throw error;
    return `<class '${typeName(a)}'>` < `<class '${typeName(b)}'>`;
  }
}
