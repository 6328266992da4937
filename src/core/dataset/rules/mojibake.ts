import { characterClass } from '../character-class.ts';
import { characterRule } from '../character-rule.ts';
import { cp949Mojibake } from '../cp949-mojibake.ts';

/**
 * UTF-8 that was read as CP1252: quotes and dashes (â€™), accented letters (Ã©), signs (Â°), a byte order mark (ï»¿) and emoji
 * (ðŸ…). Pairs that also occur in correct text, such as É», are left out.
 */
const CP1252 = new RegExp(
  [
    '\u00e2\u20ac[CONT]',
    '\u00e2\u0080[\u0080-\u00bf]',
    '\u00c3[\u00a2\u00a3\u00a8-\u00ab\u00af\u00b1\u00b3\u00b6\u00bc]',
    '\u00c2[\u00a0\u00a3\u00a9\u00ae\u00b0\u00b1\u00b4\u00b7]',
    '\u00ef\u00bb\u00bf',
    '\u00f0\u0178[CONT]{2}',
  ]
    .join('|')
    // the bytes 80–BF, which continue a character in UTF-8, as CP1252 reads them
    .replaceAll(
      'CONT',
      '\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122',
    ),
  'g',
);
const BETWEEN = 3;

export const mojibake = characterRule({
  id: 'mojibake',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text was written as UTF-8 and read as another encoding (CP1252: â€™ for ’, Ã© for é; CP949 in Korean data). The model learns to write the garbage. Read the source again as UTF-8.',
      ko: 'UTF-8로 쓴 글을 다른 인코딩으로 읽었습니다(CP1252: ’ 대신 â€™, é 대신 Ã©, 한국어 데이터의 CP949). 모델이 깨진 글을 쓰도록 배웁니다. 원본을 UTF-8로 다시 읽으십시오.',
    },
    good: '{"text": "It’s a café"}',
    bad: '{"text": "Itâ€™s a cafÃ©"}',
  },
  message: 'dataset.mojibake',
  characters: characterClass.mojibake,
  find: (text) => {
    const runs = Array.from(
      text.matchAll(CP1252),
      ({ index, 0: run }) => [index, index + run.length] as const,
    );
    const all = [...runs, ...cp949Mojibake(text)].sort(([a], [b]) => a - b);
    return all.length === 0 ? all : merged(all);
  },
  keys: true,
});

/** Runs that stand close together are one: words between them are as broken. */
function merged(runs: readonly (readonly [number, number])[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of runs) {
    const last = merged.at(-1);
    if (last !== undefined && from - last[1] <= BETWEEN) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
