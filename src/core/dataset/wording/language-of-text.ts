import { withoutCode } from './code-block.ts';

/** Languages told apart by their scripts, English also by its most common words. */
export type KnownLanguage = 'ko' | 'ja' | 'zh' | 'en';

/** UTF-16 units of a text that are looked at. */
const LONGEST = 4000;
/** Addresses, and lines of code outside a block. */
const NO_PROSE = /https?:\/\/\S+|^.*(?:[{}=]|<\/?[a-z]|;$|\):$|\w_\w).*$|^\s+return\b.*$/gm;
/** Words that nearly every English sentence has some of. */
const ENGLISH_WORD =
  /\b(?:the|an?|is|are|was|were|be|of|to|and|in|it|that|for|you|your|with|on|as|this|have|has|can|will|would|should|its?|by|at|from|or|what|how|which|not|i|more|too|much|enough|when|if|do|they|we|there)\b/gi;

/** The script of most letters at a text's beginning: a quick look, since two texts in the same script are no mismatch. */
export function mainScript(text: string): 'latin' | 'hangul' | 'east-asian' {
  let latin = 0;
  let hangul = 0;
  let other = 0;
  const end = Math.min(text.length, 400);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x250) latin += (code | 32) >= 0x61 && (code | 32) <= 0x7a ? 1 : 0;
    else if (code >= 0xac00 && code <= 0xd7a3) hangul += 2;
    else if (code >= 0x3040 && code <= 0x9fff) other += 2;
  }
  if (hangul >= latin && hangul >= other) return hangul > 0 ? 'hangul' : 'latin';
  return other > latin ? 'east-asian' : 'latin';
}

/** The language that a text is written in; null if it is another language, too short to tell, or a mixture. */
export function languageOf(text: string): KnownLanguage | null {
  const prose = withoutCode(text.slice(0, LONGEST)).replaceAll(NO_PROSE, ' ');
  const hangul = countOf(prose, /[가-힣]/g);
  const kana = countOf(prose, /[\u3040-\u30ff]/g);
  const han = countOf(prose, /[\u3400-\u9fff]/g);
  const latin = countOf(prose, /[A-Za-z]/g);
  // A syllable or sign stands for two letters or more.
  const all = 2 * (hangul + kana + han) + latin;
  if (hangul >= 5 && 2 * hangul > all * 0.5) return 'ko';
  if (kana >= 3 && 2 * (kana + han) > all * 0.5) return 'ja';
  if (han >= 6 && kana === 0 && 2 * han > all * 0.5) return 'zh';
  return latin > all * 0.9 && isEnglish(prose) ? 'en' : null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isEnglish(text: string): boolean {
  const words = countOf(text, /[A-Za-z]+(?:['’][a-z]+)?/g);
  return words >= 3 && countOf(text, ENGLISH_WORD) >= Math.max(1, words * 0.12);
}
