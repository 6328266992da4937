/**
 * Words that dictionaries mark as insults to a group of people and that have hardly another use: a short list to find rows that a person
 * should read, not a measure of a text. Words with a common harmless meaning are left out.
 */
const ENGLISH = [
  'chinaman',
  'chinamen',
  'darky',
  'darkies',
  'faggots?',
  'golliwogs?',
  'gooks?',
  'kikes?',
  'niggers?',
  'niggas?',
  'pakis?',
  'ragheads?',
  'retarded(?! (?:growth|potential|time|wave))',
  'shemales?',
  'spics?',
  'towelheads?',
  'trannies',
  'tranny',
  'wetbacks?',
];

/** As in English. 병신년 and 병신일 are a year and a day of the old calendar. */
const KOREAN = [
  '개독교',
  '급식충',
  '김치녀',
  '깜둥이',
  '된장녀',
  '똥꼬충',
  '똥남아',
  '맘충',
  '병신(?![년월일])',
  '절라디언',
  '짱[깨개]',
  '쪽(?:바리|발이)',
  '틀딱',
  '한남충',
];

const SLUR = new RegExp(String.raw`\b(?:${ENGLISH.join('|')})\b|${KOREAN.join('|')}`, 'gi');

/** Words of a text that are on a list, and where they stand. */
export interface ListedWords {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export function slursIn(text: string): ListedWords[] {
  return [...text.matchAll(SLUR)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
    words,
  }));
}
