import { withoutCode } from './code-block.ts';

/** 합쇼체, 해요체, 해라체 and 해체: how a Korean sentence speaks to whom. */
export type Register = 'formal' | 'polite' | 'plain' | 'casual';

/** Sentences of a text by register; those that have none are left out. */
export interface RegisterTally {
  readonly formal: number;
  readonly polite: number;
  readonly plain: number;
  readonly casual: number;
  /** Requests in -(으)세요, which stand in 합쇼체 as well as in 해요체. */
  readonly requests: number;
}

/**
 * The register of one sentence by its ending, as the standard grammar lists them (종결 어미). Null for what has none: words,
 * notes in a noun form (-음, -기), greetings.
 */
export function registerOf(sentence: string): Register | null {
  const end = sentence.trimEnd().slice(-LONGEST_END);
  const [, word = '', mark = ''] = LAST_WORD.exec(end) ?? [];
  if (word === '' || GREETING.test(end.trimStart())) return null;
  if (isFormal(word)) return 'formal';
  if (/(?:요|죠)$/.test(word) && !NOUN_IN_YO.test(word)) return 'polite';
  const isSentence = mark !== '' || /\s\S+$/.test(end.trimStart());
  if (!isSentence) return null;
  if ((word.endsWith('다') && !NOUN_IN_DA.test(word)) || PLAIN.test(word)) return 'plain';
  return mark !== '' && isCasual(word) ? 'casual' : null;
}

/** 해체: -아/어, -야, -지, -네 …, and -ㄹ게, -ㄹ걸, -ㄹ래. */
function isCasual(word: string): boolean {
  if (/[게걸래]$/.test(word)) return hasFinal(word.charCodeAt(word.length - 2), FINAL_RIEUL);
  return CASUAL.test(word) && !NOUN_IN_CASUAL.test(word);
}

/** What of a sentence is looked at. */
const LONGEST_END = 60;
/** The last word, and the marks, laughter and signs after it. */
const LAST_WORD = /([가-힣]+)([\s.!?~…。？！"'”’)\]ㄱ-ㅎㅏ-ㅣ^;]*|\s*\p{Extended_Pictographic}+\s*)$/u;
const GREETING = /^(?:네,?\s*)?(?:안녕하세요|안녕하십니까|안녕히 (?:가세요|계세요))[\s.!?~]*$/;

/** -ㅂ니다, -ㅂ니까, -ㅂ시다, -십시오. */
function isFormal(word: string): boolean {
  if (word.endsWith('십시오')) return true;
  return /(?:니다|니까|시다)$/.test(word) && hasFinal(word.charCodeAt(word.length - 3), FINAL_BIEUP);
}

const FINAL_RIEUL = 8;
const FINAL_BIEUP = 17;

function hasFinal(syllable: number, final: number): boolean {
  return syllable >= 0xac00 && syllable <= 0xd7a3 && (syllable - 0xac00) % 28 === final;
}

const NOUN_IN_YO = /(?:필요|중요|주요|개요|수요|동요|민요|강요|소요|긴요|가요계|요요)$/;
const NOUN_IN_DA =
  /(?:^바다|^판다|소다|사이다|^수다|캐나다|람다|베란다|어젠다|아젠다|르완다|우간다|마다|보다)$/;
/** Orders, suggestions, questions and exclamations of 해라체. */
const PLAIN =
  /(?:하라|해라|[어아여와워쳐켜려겨봐줘춰마둬]라|으라|[하가되먹놀말읽찾걷있두]자|해보자|만나자|[는은던]가|인가|한가|냐|구나|노라|으리라)$/;
const CASUAL = /(?:야|어|아|[해돼와줘봐써가줄래]|지|네|더라|거든|잖아|니|까)$/;
const NOUN_IN_CASUAL =
  /(?:까지|가지|먼지|편지|페이지|이미지|메시지|강아지|아버지|어머니|할머니|주머니|여행지|관광지|목적지|단지|정지|유지|금지|방지|잡지|가게|동네|이해|오해|피해|아시아|러시아|종아|국가|평가|작가|추가|증가|참가)$/;

const QUOTED =
  /"[^"\n]{0,300}"|“[^”\n]{0,300}”|「[^」\n]{0,300}」|『[^』\n]{0,300}』|(?<![A-Za-z])'[^'\n]{0,300}'|‘[^’\n]{0,300}’/g;
/** Lines that are no prose: tables, headings, quotations, and the words of a speaker. */
const NO_PROSE = /^\s*(?:\||#|>|[가-힣A-Za-z0-9 ]{1,10}:\s)/;
const SENTENCE_END = /(?<=[.!?。？！…])\s+|(?<=[다요죠까]\.)(?=[가-힣])/;
const IN_QUOTES = '…';

/** Its sentences outside code, quotations, tables and dialogue. */
export function tallyRegisters(text: string): RegisterTally {
  const tally = { formal: 0, polite: 0, plain: 0, casual: 0, requests: 0 };
  for (const line of withoutCode(text).replaceAll(QUOTED, IN_QUOTES).split('\n')) {
    if (NO_PROSE.test(line)) continue;
    for (const sentence of line.split(SENTENCE_END)) {
      const register = registerOf(sentence);
      if (register === null) continue;
      if (register === 'polite' && /세요[\s.!?~)]*$/.test(sentence)) tally.requests++;
      else tally[register]++;
    }
  }
  return tally;
}

/** The two sides that a text mixes, by its own sentences; null if it keeps to one. */
export function mixOf(tally: RegisterTally): { readonly most: Register; readonly least: Register } | null {
  const { formal, polite, plain, casual, requests } = tally;
  const polished = formal + polite + requests;
  const blunt = plain + casual;
  if (Math.min(polished, blunt) >= LEAST) {
    const soft = formal >= polite + requests ? 'formal' : 'polite';
    const hard = plain >= casual ? 'plain' : 'casual';
    return polished >= blunt ? { most: soft, least: hard } : { most: hard, least: soft };
  }
  const least = Math.min(formal, polite);
  if (least < LEAST || least / (formal + polite) < SHARE) return null;
  return formal >= polite ? { most: 'formal', least: 'polite' } : { most: 'polite', least: 'formal' };
}

/** One sentence may be a quotation or an error of the classifier; two are a habit. */
const LEAST = 2;
const SHARE = 0.3;

/** The register that most of its sentences have; null if none has one. Requests alone are 해요체; of equals the more formal. */
export function mainRegister(text: string): Register | null {
  if (!/[가-힣]/.test(text)) return null;
  const tally = tallyRegisters(text);
  let most: Register | null = null;
  for (const register of REGISTERS) {
    if (tally[register] > (most === null ? 0 : tally[most])) most = register;
  }
  return most === null && tally.requests > 0 ? 'polite' : most;
}

const REGISTERS: readonly Register[] = ['formal', 'polite', 'plain', 'casual'];
