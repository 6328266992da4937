import { characterClass } from '../wording/character-class.ts';
import { characterRule, removal } from '../character-rule.ts';

const RUN = /[\u200b-\u200d\u2060\ufeff]+/g;
const JOINERS = /^[\u200c\u200d]+$/;
/** Letters that need no joiner beside them: ASCII, Latin, Hangul, kana, Han. What lies outside are emoji and scripts that join. */
const PLAIN = /[\0-\u024f\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;
const SPACES = /^\u200b+$/;
/** Thai, Lao, Myanmar and Khmer have no spaces between words: U+200B says where a line may break. */
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

export const zeroWidthCharacter = characterRule({
  id: 'zero-width-character',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text holds characters of no width (U+200B, U+200C, U+200D, U+2060 or U+FEFF) where no script needs them. Copied web pages and watermarks leave them behind; they split words into odd tokens, and equal texts no longer look equal. Remove them.',
      ko: '문자 체계에 필요하지 않은 자리에 너비 없는 문자(U+200B, U+200C, U+200D, U+2060, U+FEFF)가 있습니다. 복사한 웹 페이지나 워터마크가 남기며, 낱말을 이상한 토큰으로 나누고 같은 글을 다르게 만듭니다. 지우십시오.',
    },
    good: '{"text": "👨‍👩‍👧"}',
    bad: '{"text": "wo\u200brd"}',
  },
  message: 'dataset.zero-width-character',
  characters: characterClass.zeroWidth,
  find: (text) => {
    const runs: [number, number][] = [];
    for (const { index, 0: run } of text.matchAll(RUN)) {
      const end = index + run.length;
      if (!isNeeded(run, characterBefore(text, index), characterAfter(text, end))) runs.push([index, end]);
    }
    return runs;
  },
  fix: () => removal(true),
  keys: true,
});

function isNeeded(run: string, before: string, after: string): boolean {
  const isJoining = [before, after].some((each) => each !== '' && !PLAIN.test(each));
  if (JOINERS.test(run) && isJoining) return true;
  return SPACES.test(run) && SPACELESS.test(before + after);
}

/** The whole character, of one or two UTF-16 units; half of a pair is one of its own. */
function characterBefore(text: string, index: number): string {
  const isPair = (text.codePointAt(index - 2) ?? 0) > 0xffff;
  return text.slice(isPair ? index - 2 : Math.max(0, index - 1), index);
}

function characterAfter(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}
