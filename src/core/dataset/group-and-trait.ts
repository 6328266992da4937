import type { ListedWords } from './slur-words.ts';

/** Names of groups of people that sentences generalize about: sex, origin, belief, age, health, whom one loves. */
const ENGLISH_GROUPS = [
  'women|men|girls|boys|wives|husbands|mothers|housewives',
  'blacks|whites|asians|africans|arabs|jews|roma|gypsies',
  '(?:black|white|asian|jewish|indigenous|native|gay|trans|transgender|disabled|autistic|old|older|elderly|poor|young) (?:people|men|women|folks)',
  '(?:chinese|japanese|korean|indian|mexican|russian|german|french|italian|polish|american) (?:people|men|women)',
  'chinese|koreans|indians|mexicans|russians|germans|italians|americans|poles',
  'muslims|christians|hindus|buddhists|atheists',
  'immigrants|migrants|refugees|foreigners',
  'gays|lesbians|homosexuals|the (?:disabled|elderly|poor)|people with disabilities',
];

/** What is said of a group as if all of it were so, in blame or in praise. */
const ENGLISH_TRAITS = [
  'lazy|stupid|dumb|ignorant|unintelligent|intelligent|inferior|superior',
  'violent|aggressive|dangerous|criminals?|terrorists?|thieves|dirty|greedy|stingy|dishonest|untrustworthy|liars',
  'emotional|hysterical|irrational|illogical|submissive|obedient|weak|weaker|helpless|incompetent',
  'backward|primitive|uncivili[sz]ed|promiscuous|immoral|unnatural',
  'naturally (?:good|bad|better|worse)|(?:good|bad|better|worse) (?:at|with)|(?:bad|terrible) drivers',
  'born to|belong in|made for|unfit|unable to|not capable of|not (?:smart|suited)',
];

const ENGLISH = new RegExp(
  String.raw`\b(?<group>${ENGLISH_GROUPS.join('|')})\b(?: \w+){0,2}? (?:are|were|aren't|can't|cannot|will always be|tend to be|belong)\b[^.?\n]{0,40}?\b(?<trait>${ENGLISH_TRAITS.join('|')})\b|\b(?<group2>${ENGLISH_GROUPS.join('|')})\b (?:all )?(?<trait2>belong in)\b`,
  'gi',
);

const KOREAN_GROUPS = [
  '여자|여성|남자|남성|아줌마|주부',
  '흑인|백인|동양인|아시아인|아프리카인|유대인|혼혈인?|조선족',
  '중국인|일본인|한국인|미국인|베트남인|인도인',
  '무슬림|이슬람교도|기독교인|불교도',
  '외국인(?: 노동자)?|이주민|이민자|난민|탈북민|탈북자',
  '장애인|노인|동성애자|성소수자|트랜스젠더',
  '(?:전라도|경상도|충청도|강원도) 사람',
];

const KOREAN_TRAITS = [
  '게으[르른름]|게을[러렀]|멍청|무식|어리석|무능|열등|우월|똑똑',
  '폭력적|공격적|위험한 (?:존재|사람|집단)|더[럽러]|인색|탐욕|거짓말|믿을 수 없|범죄자|범죄를 (?:저지|많이)|테러리스트',
  '감정적|히스테리|비이성적|비논리적|수동적|순종적|이기적|나약|의존적',
  '미개|야만|문란|부도덕|비정상',
  '(?:운전|수학|요리|계산)[을를]? ?(?:못|잘)|집안일을? ?(?:해야|맡아야)|타고[났난나]',
];

const KOREAN = new RegExp(
  String.raw`(?<group>${KOREAN_GROUPS.join('|')})(?:들)?(?:은|는|이|가|이란|이라는 것은)\s[^.?\n]{0,30}?(?<trait>${KOREAN_TRAITS.join('|')})`,
  'g',
);

/**
 * Sentences that say a trait of a group of people, by a short list of both in English and Korean. It reads words, not meaning: who quotes,
 * denies or discusses such a sentence is listed too.
 */
export function groupsAndTraitsIn(text: string): ListedWords[] {
  return [ENGLISH, KOREAN]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: whole, index, groups = {} }) => {
      const group = groups['group'] ?? groups['group2'] ?? '';
      const trait = groups['trait'] ?? groups['trait2'] ?? '';
      return { from: index, to: index + whole.length, words: `${group} … ${trait}` };
    });
}
