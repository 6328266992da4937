/** 합쇼체, 해요체, 해라체 and 해체: how a Korean sentence speaks to whom. */
export type Register = 'formal' | 'polite' | 'plain' | 'casual';

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
  return mark !== '' && (isCasual(word) || CASUAL_VERB.test(end)) ? 'casual' : null;
}

/** 해체: -아/어, -야, -지, -네 …, and -ㄹ게, -ㄹ걸, -ㄹ래. */
function isCasual(word: string): boolean {
  if (/[게걸래]$/.test(word)) return hasFinal(word.charCodeAt(word.length - 2), FINAL_RIEUL);
  // of verbs in 르: 몰라, 눌러
  const isLiquid = /[라러]$/.test(word) && hasFinal(word.charCodeAt(word.length - 2), FINAL_RIEUL);
  if (isLiquid) return !NOUN_IN_LEO.test(word);
  return CASUAL.test(word) && !NOUN_IN_CASUAL.test(word);
}

const NOUN_IN_LEO = /(?:달러|컬러|칼라|빌라|필러|킬러|스릴러|롤러|셀러|딜러)$/;
/** Stems in ㅏ and ㅕ, whose 해체 is the stem alone: 끝나, 배탈 나, 걸려. */
const CASUAL_VERB =
  /(?:(?:끝|만|신|어|타|혼|겁|화|늘어|깨어|살아|벗어)나|[^\s와과고랑은는건도가이의만]\s나|[걸늘달빨열올내들틀풀갈흘때버기느그어]려|[켜겨펴져쳐춰둬놔꿔]|[지보나꺼]내)[.!?~]+\s*$/;

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

const NOUN_IN_YO = /(?:필요|중요|주요|(?<!빨)개요|수요|동요|민요|강요|소요|긴요|가요계|요요)$/;
const NOUN_IN_DA =
  /(?:^바다|^판다|소다|사이다|^수다|캐나다|람다|베란다|어젠다|아젠다|르완다|우간다|마다|보다)$/;
/** Orders, suggestions, questions and exclamations of 해라체. */
const PLAIN =
  /(?:하라|해라|[어아여와워쳐켜려겨봐줘춰마둬]라|으라|[하가되먹놀말읽찾걷있두]자|해보자|만나자|[는은던]가|인가|한가|냐|구나|노라|으리라)$/;
const CASUAL = /(?:야|어|아|[해돼와줘봐써가줄래]|지|네|더라|거든|잖아|니|까)$/;
const NOUN_IN_CASUAL =
  /(?:까지|가지|먼지|편지|페이지|이미지|메시지|강아지|아버지|어머니|할머니|주머니|여행지|관광지|목적지|단지|정지|유지|금지|방지|잡지|가게|동네|이해|오해|피해|아시아|러시아|종아|국가|평가|작가|추가|증가|참가)$/;
