import { stemsOf } from './pattern-stems.ts';
import type { TextSearch } from './text-search.ts';
import { wordBeginnings } from './word-beginnings.ts';

/** Words of a text that are on a list, and where they stand. */
export interface ListedWords {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/**
 * English words that dictionaries mark as insults to a group of people and that have hardly another use: a list to find rows that a person
 * should read, not a measure of a text. What was once the ordinary or official name of a group is left out, and so is what only swears.
 */
const ENGLISH = [
  'beaners?|wetbacks?|sp[iy]ck?s?(?! (?:and|&|n) span)|greaseballs?',
  'n[i1]gg(?:ers?|as?|az|ahs?|uhs?|lets?)|nig[- ]?nogs?|niglets?|wh?iggers?|jigg?aboos?|pickaninn(?:y|ies)|golliwogs?|dark(?:y|ies)',
  '(?:porch|jungle) (?:monkeys?|bunny|bunnies)|spear[- ]?chuckers?|coon songs?|moon crickets?',
  'gooks?|ching[- ]chongs?|slant[- ]?eye[ds]?|zipper[- ]?heads?|slope[- ]?heads?|japs',
  'rag[- ]?heads?|towel[- ]?heads?|camel[- ]?jockeys?|muzz(?:ies?|rats?)|pakis?|curry[- ]?munchers?',
  'kykes?|heebs?|hymies?|sheen(?:y|ies)|christ[- ]killers?',
  'gyppos?|gippos?|pikeys?|pikies|wogs?|dagos?|polacks?|injuns?|boongs?|abos|lubras?|half[- ]castes?',
  'fagg(?:ing|y)|she-?males?|feminazis?|white trash|spazz?(?:es)?',
  'retarded(?! (?:growth|potential|time|waves?|ignition|spark|motion|position|development|combustion|fields?|Green))',
];

/** A year and a day of the old calendar are no insult in 병신, nor are the words before and after it that are written together. */
const KOREAN = [
  '짱[깨개께](?![발봉념선])|짱꼴라|쪽[바빠]리|쪽발이|왜놈|(?<![가-힣])(?:[되떼뙤]놈|양놈)|조센징|(?<![가-힣])로스케(?![일치줄])|똥남아|깜둥이',
  '[전절]라디언|개쌍도|(?<![가-힣])쌍도 ?(?:놈|새끼|것들)',
  '개독교|(?<![가-힣])개독(?![립서점기일특촉])|개슬람|예수쟁이|땡중',
  '틀딱|늙다리|급식충|똥꼬충|(?:페미|게이|트젠|난민|조선족|탈북|이슬람|무슬림|노인)충(?!분)',
  '맘충(?![분만전돌])|김치[녀년](?!석)|된장[녀년](?!석)|한남충(?![청주남북])|(?<![가-힣])한남 ?(?:새끼|놈)|(?<![가-힣])한녀(?!석)|보슬아치|꼴페미?|메퇘지|메갈[년녀충]|상폐녀',
  '호모 ?(?:새끼|자식|놈)|(?:(?<![가-힣])|(?<=[개상등찐]))병신(?!(?:년|월|일)(?!아|들|놈)|정변|박해|처분|[생주시])|(?<![가-힣])븅신|저능아|정박아|장애자? ?새끼',
];

/** A word that is an insult only near certain other words. */
interface WordInCompany {
  readonly word: string;
  /** What stands near it when it is another word. */
  readonly unless?: RegExp;
  /** What stands near it when it is the insult. */
  readonly near?: RegExp;
}

/** Near a word that is thrown at somebody, or talked about as an insult. */
const INSULT =
  /\b(?:slurs?|insult\w*|offensive|derogatory|pejorative|racis[mt]|homophob\w*|hate(?:ful)?|bull(?:y|ied|ies|ying)|call(?:s|ed|ing)?|lesbians?|gays?|reclaim\w*|dirty|fucking|go (?:home|back)|you|these|those)\b/i;

const ENGLISH_IN_COMPANY: readonly WordInCompany[] = [
  { word: 'chinks?', near: INSULT, unless: /\barmou?r|\blight\b|\bwalls?\b|\bcurtains?|\bclink|\bglass/i },
  { word: 'chinam[ae]n', unless: /\b(?:cricket|bowl\w*|spin(?:s|ner)?|wickets?)\b/i },
  {
    word: 'coons?',
    near: /\b(?:slur|insult|racis[mt]|minstrels?|derogatory)\b/i,
    unless: /\bmaine\b|\bcats?\b|\bhunt|\braccoon/i,
  },
  {
    word: 'dykes?',
    near: /\b(?:slur|insult\w*|offensive|homophob\w*|lesbians?|gay|queer|reclaim\w*|bull(?:y|ied))\b/i,
  },
  {
    word: 'faggots?',
    unless: /\b(?:peas|gravy|pork|meatballs?|butcher|offal|liver|sticks|bundles?|firewood|twigs)\b/i,
  },
  { word: 'fags?', near: INSULT, unless: /\b(?:smok\w*|cigarettes?|packet|pub|lighter)\b/i },
  { word: 'half[- ]breeds?', unless: /\b(?:horses?|dogs?|cattle|cats?|wol(?:f|ves)|pupp(?:y|ies))\b/i },
  { word: 'honk(?:y|ies|eys?)', unless: /tonk|ch[aâ]teau/i },
  {
    word: 'kikes?',
    unless: /\bKike["”'’)]? [A-Z]|\b(?:Dodgers|[Bb]aseball|goals?|[Mm]idfielder|[Ff]orward)\b/,
  },
  { word: 'krauts', unless: /\b(?:sausages?|cabbage|pickled?|ferment\w*|recipe)\b/i },
  { word: 'midgets?', unless: /\b(?:rac(?:e|es|ing)|submarines?|cars?|hockey|league|MG)\b/i },
  { word: 'redskins?', near: INSULT, unless: /\b(?:Washington|Philadelphia) Redskins\b/i },
  {
    word: 'retards?',
    near: /\b(?:an?|you|such|total|fucking|stupid|these|those|like|of) ["'“‘]?retards?\b|["'“‘]retards?["'”’]/i,
  },
  { word: 'squaws?', unless: /\bsquaw (?:valley|peak|creek|butte|lake|mountain|bush|fish)/i },
  {
    word: 'trann(?:y|ies)',
    unless: /\b(?:transmission|gears?|gearbox|clutch|fluid|engine|truck|car|swap|rebuil\w+)\b/i,
  },
  {
    word: 'wops?',
    near: /\b(?:slur|insult\w*|ital(?:y|ian)s?|immigrants?|dagos?)\b/i,
    unless: /\bbop|\bdoo\b/i,
  },
];

const KOREAN_IN_COMPANY: readonly WordInCompany[] = [
  { word: '검둥이', unless: /강아지|고양이|멍멍|반려|[개소](?:가|는|를|의|와) |짖|꼬리|사료/ },
  {
    word: '(?<![가-힣])튀기(?=[\'"’”」는를라들\\s])',
    near: /혼혈|백인|흑인|손가락질|비하|멸칭/,
    unless: /기름|새우|반죽|튀김/,
  },
  {
    word: '홍어',
    near: /전라도|호남|광주|5[·.]?18|홍어 ?(?:새끼|놈|들|택배)|비하/,
    unless: /삼합|삭[힌히혀]|회무침|요리|막걸리|음식|잔치/,
  },
  {
    word: '(?<![가-힣])애자',
    near: /놀[리려림렸]|새끼|비하|멸칭|왕따|조롱/,
    unless: /절연|전선|송전|철탑|영화/,
  },
  { word: '(?<![가-힣])김 ?여사(?!님)', near: /운전|주차|도로|차선|블랙박스/ },
  { word: '(?<![ㄱ-ㅎ])(?:ㅂㅅ|ㅄ)(?![ㄱ-ㅎ])', unless: /초성|자음|받침|퀴즈|종성|자모/ },
];

const IN_COMPANY = [...ENGLISH_IN_COMPANY, ...KOREAN_IN_COMPANY];
const COMPANY_OF = IN_COMPANY.map(({ word, near, unless }) => ({
  word: new RegExp(word, 'iy'),
  near,
  unless,
}));

const words = (listed: readonly WordInCompany[]): string[] => listed.map(({ word }) => word);
const ENGLISH_WORDS = [...ENGLISH, ...words(ENGLISH_IN_COMPANY)];
const KOREAN_WORDS = [...KOREAN, ...words(KOREAN_IN_COMPANY)];
const SLUR = new RegExp(String.raw`\b(?:${ENGLISH_WORDS.join('|')})\b|${KOREAN_WORDS.join('|')}`, 'gi');

/** Where a JSON text may hold a listed word: the beginning of one. */
export const SLUR_MARK: TextSearch = wordBeginnings([...ENGLISH_WORDS, ...KOREAN_WORDS].flatMap(stemsOf));

/** How far around a word its neighbours are looked at. */
const NEAR = 80;

/** The listed words in a text that are meant as insults, in order. */
export function slursIn(text: string): ListedWords[] {
  const found = [...text.matchAll(SLUR)].map(({ 0: listed, index }) => ({
    from: index,
    to: index + listed.length,
    words: listed,
  }));
  return found.filter((each) => isMeant(text, each));
}

/** Whether a word is an insult beside its neighbours. */
function isMeant(text: string, { from, to }: ListedWords): boolean {
  const around = text.slice(Math.max(0, from - NEAR), to + NEAR);
  return COMPANY_OF.every(({ word, near, unless }) => {
    word.lastIndex = from;
    if (!word.test(text) || word.lastIndex !== to) return true;
    return unless?.test(around) !== true && near?.test(around) !== false;
  });
}
