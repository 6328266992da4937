import { characterClass } from '../wording/character-class.ts';
import { characterRule } from '../character-rule.ts';
import { cp1252Mojibake } from '../wording/cp1252-mojibake.ts';
import { cp949Mojibake } from '../wording/cp949-mojibake.ts';

/** Broken runs that stand closer together are one: words between them are as broken. */
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
  characters: characterClass.mojibake | characterClass.replacement,
  find: (text) => {
    const all = [...cp1252Mojibake(text), ...cp949Mojibake(text)].sort(([a], [b]) => a - b);
    return all.length === 0 ? all : merged(all);
  },
  keys: true,
});

function merged(runs: readonly (readonly [number, number])[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of runs) {
    const last = merged.at(-1);
    if (last !== undefined && from - last[1] <= BETWEEN) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
