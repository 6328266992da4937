import { gzipSync } from 'node:zlib';
import type { Random } from '../template-fuzz/random.ts';

/** Makes another file of one. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** What happens to files, by the name that a report gives it. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'bits flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let n = random.below(8); n >= 0 && changed.length > 0; n--) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'head cut off': (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  'stretch cut out': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return spliced(bytes, from, to, Buffer.alloc(0));
  },
  'stretch doubled': (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return spliced(bytes, to, to, bytes.subarray(from, to));
  },
  'file doubled': (bytes) => Buffer.concat([bytes, bytes]),
  'lines in another order': (bytes, random) => {
    const lines = bytes.toString('latin1').split(/(?<=\n)/);
    return Buffer.from(lines.toSorted(() => random.next() - 0.5).join(''), 'latin1');
  },
  'odd text put in': (bytes, random) => puts(bytes, random, () => Buffer.from(random.pick(ODD_TEXTS))),
  'broken bytes put in': (bytes, random) => puts(bytes, random, () => Buffer.from(random.pick(BROKEN_BYTES))),
  'bracket or quote put in': (bytes, random) => puts(bytes, random, () => Buffer.from(random.pick(MARKS))),
  'number put in': (bytes, random) => inValue(bytes, random, random.pick(NUMBERS)),
  'nested deeply': (bytes, random) => {
    const levels = random.pick([5, 60, 240, 1000, 1001, 5000, 100_000]);
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    const closed = random.chance(0.8) ? close.repeat(levels) : '';
    return inValue(bytes, random, `${open.repeat(levels)}1${closed}`);
  },
  'list or object made long': (bytes, random) => {
    const lines = bytes.toString().split('\n');
    const at = random.below(lines.length);
    lines[at] = madeLong(lines[at] ?? '', random);
    return Buffer.from(lines.join('\n'));
  },
  'key given again': (bytes, random) => {
    const at = bytes.indexOf('{', random.below(bytes.length + 1)) + 1;
    return spliced(bytes, at, at, Buffer.from(random.pick(KEYS)));
  },
  'no newline at the end': (bytes) => Buffer.from(bytes.toString('latin1').replace(/\n+$/, ''), 'latin1'),
  'other line ends': (bytes, random) => {
    const [find, put] = random.pick([
      [/\n/g, '\r\n'],
      [/\n/g, '\r'],
      [/\n/g, '\n\n'],
      [/\n/, '\r\n'],
      [/\n/g, '\n \t\n'],
      [/\n/g, ''],
    ] as const);
    return Buffer.from(bytes.toString('latin1').replace(find, put), 'latin1');
  },
  NULs: (bytes, random) => {
    const at = random.chance(0.5) ? bytes.length : random.below(bytes.length + 1);
    return spliced(bytes, at, at, Buffer.alloc(random.pick([1, 2, 4096])));
  },
  'byte order marks': (bytes, random) =>
    Buffer.concat([...random.several(1, 2, () => Buffer.from('\ufeff')), bytes]),
  'UTF-16': (bytes, random) => {
    const wide = Buffer.from(random.chance(0.5) ? `\ufeff${bytes.toString()}` : bytes.toString(), 'utf16le');
    return random.chance(0.5) ? wide : wide.swap16();
  },
  'Latin-1': (bytes) => Buffer.from(bytes.toString(), 'latin1'),
  gzip: (bytes, random) => {
    const packed = gzipSync(bytes);
    return random.chance(0.7) ? packed : packed.subarray(0, random.below(packed.length));
  },
  'an array': (bytes, random) => {
    const elements = bytes.toString('latin1').split('\n').filter(Boolean);
    return Buffer.from(
      `[${elements.join(random.pick([',', ',\n', ', ']))}]${random.pick(['', '\n', ',', ']'])}`,
      'latin1',
    );
  },
  'a value of one key': (bytes) => Buffer.concat([Buffer.from('{"data": '), bytes, Buffer.from('}')]),
  'lines broken up': (bytes) =>
    Buffer.from(bytes.toString('latin1').replaceAll(/(?<=[{[,])(?=["{[])/g, '\n  '), 'latin1'),
  'characters escaped': (bytes, random) => {
    const share = random.pick([0.01, 0.2, 1]);
    const escape = (found: string): string => (random.chance(share) ? unicodeEscape(found) : found);
    return Buffer.from(bytes.toString().replaceAll(/[^\x00-\x1f"\\[\]{}:,0-9]/g, escape));
  },
};

const ODD_TEXTS = (
  '\u00a0¦\u202f¦\u200b¦\u200d¦\ufeff¦\u0085¦\u0007¦\u3000¦\u2028¦\ufffd¦👍¦가¦ᄒ\u1161\u11ab¦ก¦Ã©¦â€™¦' +
  '\\u00a0¦\\u200b¦\\u0000¦\\u0085¦\\ud800¦\\udc00\\ud83d¦\\ufffd¦\\b¦\\n¦\\u003c|x|>¦\\¦' +
  '<|im_end|>¦</s>¦[INST]¦<|a b|>¦<｜x▁y｜>¦hf_abcdefghijklmnopqrstuvwxyzABCDEFGH¦900101-1234568¦010-1234-5678¦' +
  '"role":"user"¦"content":""¦{{name}}¦```¦2024-01-01T00:00:00¦NaN¦null¦__proto__¦constructor'
).split('¦');
const BROKEN_BYTES = [
  [0xff],
  [0xe2, 0x80],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf0, 0x9f],
  [0x80, 0x80, 0x80],
  [0xb0, 0xa1],
] as const;
const MARKS = [
  ...'{ } [ ] " : , \\'.split(' '),
  '\n',
  '\r',
  '\t',
  ' ',
  '""',
  ',\n',
  '\n{',
  '}\n',
  ']\n[',
  ',"',
  '",',
];
const NUMBERS = [
  '9'.repeat(4300),
  '9'.repeat(4301),
  `-${'1'.repeat(400)}`,
  `0.${'0'.repeat(5000)}1`,
  '1e999',
  '-1E400',
  '1e-999',
  '-0',
  '-0.0',
  '9007199254740993',
  '18446744073709551616',
  '123456789012345678901234567890',
  '1.0',
  'NaN',
  '-Infinity',
  '01',
  '1.',
  '+1',
];
const KEYS = [
  '"messages":[],',
  '"text":"a","text":"b",',
  '"__proto__":{"a":1},',
  '"":1,',
  '"role":"nobody",',
  '"a/b~c":" x ",',
  '"constructor":[1],',
  '"messages":{"0":1},',
  '"prompt":"a","completion":[],',
];

function stretch(bytes: Buffer, random: Random): [number, number] {
  const from = random.below(bytes.length + 1);
  return [from, from + random.below(Math.min(bytes.length - from, random.pick([4, 100, 10_000])) + 1)];
}

function spliced(bytes: Buffer, from: number, to: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
}

function puts(bytes: Buffer, random: Random, piece: () => Buffer): Buffer {
  let changed = bytes;
  for (let n = random.below(4); n >= 0; n--) {
    const at = random.below(changed.length + 1);
    changed = spliced(changed, at, at + random.below(2), piece());
  }
  return changed;
}

/** In the place of a string value, if there is one behind a place of chance, so that the row stays JSON. */
function inValue(bytes: Buffer, random: Random, text: string): Buffer {
  const from = random.below(bytes.length + 1);
  const found = /(?<=[:[,]\s*)"(?:[^"\\]|\\.)*"(?=\s*[,\]}])/.exec(bytes.toString('latin1', from));
  const at = from + (found?.index ?? 0);
  return spliced(bytes, at, at + (found?.[0].length ?? 0), Buffer.from(text));
}

/** A line with one of its lists or objects grown, if it is JSON; no longer than about a megabyte. */
function madeLong(line: string, random: Random): string {
  const value = parsed(line);
  const containers = containersIn(value);
  if (containers.length === 0) return line;
  const one = random.pick(containers);
  const share = JSON.stringify(one).length / Object.keys(one).length;
  const count = Math.min(random.pick([50, 1500, 20_000]), Math.floor(1e6 / share));
  const own = Object.entries(one);
  for (let n = own.length; n < count; n++) {
    const [key, copied] = own[n % own.length] ?? [];
    if (Array.isArray(one)) one.push(copied);
    else one[`${key} ${n}`] = copied;
  }
  return JSON.stringify(value);
}

type Container = unknown[] | Record<string, unknown>;

/** The lists and objects that are not empty, at any depth. */
function containersIn(value: unknown): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(containersIn);
  return Object.keys(value).length === 0 ? inside : [value as Container, ...inside];
}

/** Nested more deeply, a value is neither walked nor written in one go. */
const DEEPEST = 500;

/** How deeply a line is nested, if it is JSON. */
function depthOf(line: string): number {
  let depth = 0;
  let most = 0;
  for (const character of line.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '')) {
    if ('[{'.includes(character)) most = Math.max(most, ++depth);
    else if (']}'.includes(character)) depth -= 1;
  }
  return most;
}

function parsed(line: string): unknown {
  if (depthOf(line) > DEEPEST) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
