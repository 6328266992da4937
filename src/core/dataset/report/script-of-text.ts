import * as v from 'valibot';

/** Scripts that are told apart; `none`: no letters. Kana makes a text Japanese, Han without kana stays Han. */
export const scriptName = v.picklist([
  'latin',
  'hangul',
  'japanese',
  'han',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'devanagari',
  'thai',
  'other',
  'none',
]);
export type ScriptName = v.InferOutput<typeof scriptName>;

/** What a letter counts: one of Hangul or Han says about as much as three of an alphabet. */
const CLASSES = [
  { script: 'none', weight: 0, ranges: [] },
  {
    script: 'latin',
    weight: 1,
    ranges: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
      [0x1e00, 0x1eff],
    ],
  },
  { script: 'hangul', weight: 3, ranges: [[0xac00, 0xd7af]] },
  {
    script: 'hangul',
    weight: 1,
    ranges: [
      [0x1100, 0x11ff],
      [0x3131, 0x318e],
      [0xa960, 0xa97f],
    ],
  },
  {
    script: 'japanese',
    weight: 2,
    ranges: [
      [0x3041, 0x30fa],
      [0x31f0, 0x31ff],
      [0xff66, 0xff9d],
    ],
  },
  {
    script: 'han',
    weight: 3,
    ranges: [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfaff],
    ],
  },
  { script: 'cyrillic', weight: 1, ranges: [[0x400, 0x52f]] },
  {
    script: 'greek',
    weight: 1,
    ranges: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
  },
  {
    script: 'arabic',
    weight: 1,
    ranges: [
      [0x620, 0x6ff],
      [0x750, 0x77f],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc],
    ],
  },
  { script: 'hebrew', weight: 1, ranges: [[0x5d0, 0x5ea]] },
  { script: 'devanagari', weight: 1, ranges: [[0x900, 0x97f]] },
  {
    script: 'thai',
    weight: 1,
    ranges: [
      [0xe01, 0xe3a],
      [0xe40, 0xe4e],
    ],
  },
  {
    script: 'other',
    weight: 1,
    ranges: [
      [0x530, 0x5cf],
      [0x700, 0x74f],
      [0x780, 0x8ff],
      [0x980, 0xe00],
      [0xe80, 0x10ff],
      [0x1200, 0x1cff],
    ],
  },
] as const satisfies readonly {
  script: ScriptName;
  weight: number;
  ranges: readonly (readonly [number, number])[];
}[];

const classOfUnit = new Uint8Array(0x10000);
for (const [n, { ranges }] of CLASSES.entries())
  for (const [from, to] of ranges) classOfUnit.fill(n, from, to + 1);

/** What one walk over a text tells. */
export interface MeasuredText {
  /** Length in code points. */
  readonly characters: number;
  readonly script: ScriptName;
}

/** Length and script of a text; the script is the one that most of its letters are of. */
export function measureText(text: string): MeasuredText {
  const counts = new Float64Array(CLASSES.length);
  let trailing = 0;
  for (let n = 0; n < text.length; n++) {
    const unit = text.charCodeAt(n);
    if (unit >= 0xdc00 && unit <= 0xdfff && n > 0 && isLeading(text.charCodeAt(n - 1))) trailing += 1;
    const found = classOfUnit[unit] ?? 0;
    counts[found] = (counts[found] ?? 0) + 1;
  }
  return { characters: text.length - trailing, script: mostOf(counts) };
}

function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function mostOf(counts: Float64Array): ScriptName {
  const weights = new Map<ScriptName, number>();
  for (const [n, { script, weight }] of CLASSES.entries()) {
    const points = weight * (counts[n] ?? 0);
    if (points > 0) weights.set(script, (weights.get(script) ?? 0) + points);
  }
  const [kana, han] = [weights.get('japanese') ?? 0, weights.get('han') ?? 0];
  // Japanese is written with both; a name in kana makes no Chinese text Japanese.
  if (kana * 8 >= han && kana > 0) {
    weights.set('japanese', kana + han);
    weights.delete('han');
  }
  let most: ScriptName = 'none';
  let highest = 0;
  for (const [script, points] of weights) {
    if (points > highest) [most, highest] = [script, points];
  }
  return most;
}
