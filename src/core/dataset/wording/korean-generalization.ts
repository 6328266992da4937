import type { Generalization } from './group-and-trait.ts';
import { matchesAt } from './matches-at.ts';
import { stemsOf } from './pattern-stems.ts';
import { textSearch } from './text-search.ts';

const PLACES =
  '한국|일본|중국|미국|영국|독일|프랑스|이탈리아|스페인|러시아|베트남|태국|필리핀|인도|인도네시아|몽골|아랍|유대|아프리카|유럽|동남아(?:시아)?|아시아|서양|동양|북한|남한|멕시코|브라질|터키|튀르키예|그리스|네덜란드|스위스|호주|캐나다|대만|홍콩|스코틀랜드|아일랜드|폴란드|이스라엘|이란|이라크|파키스탄|방글라데시|네팔|우즈베키스탄|캄보디아|미얀마|흑|백|황';
const REGIONS =
  '서울|경기도?|인천|강원도?|충청도?|전라도|호남|경상도|영남|대구|부산|광주|대전|울산|제주도?|이북|이남|시골|지방|강남|섬';

const GROUP = [
  `(?:${PLACES})(?:인|계)|(?:${PLACES}|${REGIONS}) ?(?:사람|남자|여자|남성|여성|학생|애|아이|놈|촌놈|토박이|출신|며느리|청년)`,
  '여자(?:애|아이)?|여성|남자(?:애|아이)?|남성|아줌마|아저씨|아주머니|주부|며느리|시어머니|미혼모|이혼녀|이혼남|노처녀|노총각',
  '노인|어르신|늙은이|젊은이|젊은 (?:사람|애|세대|층)|요즘 (?:애|아이)|청소년|[1-7]0대(?: ?(?:남자|여자|남성|여성))?|MZ ?세대|[XYZ] ?세대|알파 ?세대|밀레니얼 세대|베이비붐 세대|[3-5]86 ?세대|기성세대|사춘기 아이|할머니(?=들)|할아버지(?=들)',
  '조선족|고려인|재일 ?교포|교포|탈북민|탈북자|새터민|외국인(?: 노동자| 근로자)?|이주민|이주 ?노동자|이민자|난민|불법 ?체류자|다문화 (?:가정 )?(?:아이|자녀|아동)|혼혈(?:인|아)?|집시',
  '(?:기독|개신|천주|불|유대|힌두|이슬람)교(?:인|도| 신자| 신도)|기독교 신자|무슬림|신천지 신도|무신론자|목사|스님|신부',
  '(?:(?:지적|지체|정신|시각|청각|발달|자폐성?|언어|뇌병변) ?)?장애인|자폐(?:아|인)|정신 ?질환자|조현병 환자|우울증 환자|정신병자',
  '동성애자|양성애자|게이|레즈비언|트랜스젠더|성 ?소수자|페미니스트',
  '공무원|간호사|의사|변호사|판사|경찰(?:관)?|교사|선생님(?=들)|교수|기자|정치인|국회의원|군인|연예인|운동 ?선수|(?:택시|버스|택배|화물차) ?기사|농부|개발자|프로그래머|공대생|(?:공대|이과|문과|이공계) ?(?:남자|여자|남학생|여학생|출신|학생)|이과생|문과생|예술가|승무원|상인|장사꾼|부자|가난한 사람|노숙자|백수|건물주|종업원',
].join('|');

/** Stems of what is said of them; what follows to the end of the word is looked at below. */
const TRAIT = [
  '게으[르른름릅]|게을러|부지런|근면|성실|무뚝뚝|다혈질|(?:성격|성질|성미)이 (?:급[하해한]|느긋|더러|거칠|세)|성급|느긋|느[리려릿]|시끄[럽러]|더럽|더러[운워]|지저분|뻔뻔|염치(?:가|도)? 없',
  '이기적|이타적|감정적|감성적|이성적|논리적|비논리적|충동적|폭력적|공격적|배타적|폐쇄적|위선적|의존적|수동적|순종적|소극적|내성적|계산적|개인주의적|보수적|열정적|위선자',
  '무식|똑똑|멍청|어리석|영리|교활|간사|음흉|약삭|영악|위험[하한해]|난폭|거[칠친]|무례|예의(?:가|도)? ?(?:없|바르)|버릇(?:이|도)? ?없|싸가지(?:가)? ?없|참을성(?:이|도)? ?(?:없|부족)|책임감(?:이|도)? ?(?:없|부족|약)|고집(?:이|도)? ?(?:세|센|셉|강)|고집불통|완고|고지식|꽉 막[히혔힌]',
  '인색|짠돌이|구두쇠|돈(?:을|만|에)? ?(?:밝|환장)|탐욕|욕심(?:이)? ?많|사치|허영|거짓말쟁이|거짓말(?:을|만)? (?:잘|많이|자주|밥 먹듯)|사기꾼|도둑|범죄자|잠재적 범죄|테러리스트|범죄를 (?:많이|잘|자주)|문란|미개|야만|열등|우월|우수[하한해]|무능|나약|유약|연약|비겁|겁(?:이)? ?많',
  '예민|까다[롭로]|질투|수다[스쟁]|뒷담화|험담|히스테리|기(?:가)? ?(?:세|센|셉)|드[세센셉]|억[세센셉]|정(?:이)? ?(?:많|없)|인심(?:이)? ?(?:좋|나쁘|후)|착[하해한]|친절|불친절|순박|순진|눈치(?:가|도)? ?(?:없|빠르)|공감 ?(?:능력)?(?:이|을|도)? ?(?:없|떨어|부족|못)|사회성(?:이|도)? ?(?:없|부족|떨어)|융통성(?:이|도)? ?(?:없|부족)|유머(?: ?감각)?(?:이|가|도)? ?(?:없|부족)|센스(?:가)? ?(?:없|있)',
  '속을 (?:알 수 없|모르)|겉과 속이 다[르른]|뒤통수를 (?:치|친|잘|때)|배신|믿을 수 없|못 믿|의리(?:가|도)? ?(?:있|없)|운동 ?신경이? ?(?:좋|없|뛰어나|나쁘|둔)|(?:운동|춤|노래|공부|수학|영어|요리|운전|주차|계산|일|정리|청소|싸움)(?:을|도|에|은|는|이)? ?(?:제대로 |원래 |더 )?(?:못[하한해합]|잘[하한해합]|서[툴투]|미숙|약[하한해합]|강[하한해합]|뛰어나)',
  '길을 (?:못|잘)|옷을 (?:못|잘) 입|머리(?:가)? ?(?:좋|나[쁘빠])|지능(?:이)? ?(?:낮|높|떨어)|철(?:이|도)? ?없|의지(?:가)? ?(?:약|박약|없)|끈기(?:가|도)? ?(?:없|부족)|인내심(?:이|도)? ?(?:없|부족|강)|타고[났난나]|불쌍|쓸모(?:가)? ?없|짐만? ?(?:이 ?(?:된|되)|덩어리)|바람둥이|바람기|바람을 (?:잘|많이) 피|허세|거만|오만|건방|도도|냉정|차갑|차가[운워]|냉혹|꼼꼼|깔끔|검소|정직|오지랖|참견|변덕|배려심이? ?(?:없|부족|많|깊)|매너(?:가|도)? ?(?:좋|없)|독[하한해]|속물|난잡|음란|비정상|순수|독선적|자기중심적|자유분방|개성이 강|자신감(?:이|도)? ?(?:없|부족)|(?:집중|판단|사고|이해|자립|생활|적응|표현|인지|학습|통제|자제|절제)력(?:이|도)? ?(?:없|부족|떨어|약|강[하한해]|뛰어나|낮)|(?:[가-힣]+ )?능력(?:이|도)? ?(?:없|부족|떨어|뛰어나|낮)|성격(?:이|도)? ?(?:좋|나[쁘빠]|더[럽러]|까칠|강[하한해])|힘이 (?:약|세)|자기 ?관리를 (?:못|잘)|엄격|소심|대범|외향적|내향적|사교적|낙천적|비관적|도전적|진취적|창의적|헌신적|희생적|가부장적|권위적|독단적|호전적|극단적|과격|섬세|다정|자상|무심|매정|비열|야비|천박|촌스[럽러]|세련|잔인|잔혹|사납|사나[운워]|까칠|괴팍|미련[하한해]|답답|어리숙|약아빠|잘난 체|겁쟁이|떠들|사치스|쪼잔|쩨쩨|치사|집요|끈질[기긴]|조급|신중|용감|상냥|유쾌|불성실|무책임|몰상식|파렴치|추잡|음탕|변태|저질|광신|맹신|세뇌|흥이 많|한이 많|말이 (?:많|없)|화를 잘|욱하|뒤끝|(?!(?:면역|체|시|청|근|저항|기억|노동|경쟁|영향|구매|잠재|재|호흡|지구)력|(?:가능|위험|중요|안정|접근|필요|생산|계절)성|관심|진심|중심|도심|안심|피로감|통증)[가-힣]{1,4}(?:심|성|욕|력|감|의식|성향|기질)(?:이|도)? ?(?:강[하한해]|약[하한해]|세(?!대)|[센셉]|없|많|부족|떨어|뛰어나)|집안일을 (?:해야|맡아야)|정확[하한해]|예의 바르|겸손',
].join('|');

/** Words between the group and the trait that leave it one of the group. */
const BETWEEN =
  '(?:원래|다|모두|다들|전부|대체로|보통|대부분|대개|흔히|천성이|천성적으로|너무|좀|조금|참|매우|아주|정말|진짜|워낙|유난히|특히|항상|늘|언제나|역시|본래|왜|왜 이렇게|이렇게|그렇게|더|훨씬|가장|제일|날 때부터|절대|[가-힣]{1,6}(?:적으로|히|보다)|[가-힣]{1,5}(?:하고|하며|지만|롭고|럽고|세고|많고|없고|스럽고|르고|러서|라서|쎄고))';

const CLAIM = new RegExp(
  String.raw`(?<![가-힣A-Za-z])(?<group>${GROUP})(?<marks>들?(?:은|는|이|가|도|이란|란|이라는 것은|이라면)) (?:${BETWEEN},? ){0,4}(?<trait>${TRAIT})(?<end>[가-힣]*)`,
  'y',
);

let madeBeginnings: ReadonlySet<string> | null = null;

/** What the name of a group begins with, two characters of each: no group has one character. Made when first asked for. */
function beginnings(): ReadonlySet<string> {
  return (madeBeginnings ??= new Set(stemsOf(GROUP).map((stem) => stem.slice(0, 2))));
}

/** Where a group may be named: the beginning of a word that begins as one of them. */
const GROUP_MARK = textSearch((text, from) => {
  const known = beginnings();
  let isInWord = isOfWord(text.charCodeAt(from - 1));
  for (let at = from; at < text.length; at++) {
    const isWord = isOfWord(text.charCodeAt(at));
    if (!isInWord && known.has(text.slice(at, at + 2).toLowerCase())) return at;
    isInWord = isWord;
  }
  return text.length;
});

/** Hangul or a Latin letter. */
function isOfWord(code: number): boolean {
  if (code >= 0xac00) return code <= 0xd7a3;
  const small = code | 0x20;
  return code < 0x80 && small >= 0x61 && small <= 0x7a;
}

/** Before a group, what leaves only some of it, or one: this, that, our, some, and whatever describes it. */
const ONE_OR_SOME =
  /(?:^|[\s"'“‘「(])(?:그|이|저|우리|제|내|네|한|두|세|어떤|어느|일부|몇몇|몇|많은|그런|이런|저런|옆집|윗집|새|첫|여러|\d+[명세]의?)\s$/;
const ALL = /(?:요즘|대부분의|모든|다른|수많은|은근|보통은?|또는?|같은|는 말은|하면|[은는]|젊은|늙은)\s$/;

/** A word that describes the group: it ends like 게으른, 일하는, 화난. */
function isDescribed(before: string): boolean {
  const last = /([가-힣])\s$/.exec(before)?.[1];
  if (last === undefined || ALL.test(before)) return false;
  const final = (last.charCodeAt(0) - 0xac00) % 28;
  return final === FINAL_N || final === FINAL_L;
}

const FINAL_N = 4;
const FINAL_L = 8;
const FINAL_SS = 20;

/** What a trait may stand before though it describes: they are such people. */
const SUCH_PEOPLE =
  /^ (?:편|사람|존재|집단|민족|것 ?(?:같|이)|데다|줄|경향|성향|성격|기질|구석|말|점|게|면이)/;

/** Whether the word that begins with the trait says it of the group now, and does not deny it. */
function isSaid(word: string, after: string): boolean {
  if (
    /^(?:지|지는|지도|진) (?:않|아니)/.test(word + after) ||
    /(?:지|지는) ?않/.test(`${word}${after.slice(0, 3)}`)
  )
    return false;
  if (/^ ?(?:이|가)? ?아니/.test(after) || /게$|도록$|려고?$|려면$|해야$|하게|롭게/.test(word)) return false;
  const isPast = word
    .split('')
    .some((each) => isHangul(each) && finalOf(each) === FINAL_SS && !'있겠'.includes(each));
  if (isPast) return false;
  const last = word.at(-1) ?? '';
  if (!isHangul(last) || /(?:지만|다는|라는|다면|라면|다던|인간)$/.test(word)) return true;
  return ![FINAL_N, FINAL_L].includes(finalOf(last)) || SUCH_PEOPLE.test(after);
}

function isHangul(character: string): boolean {
  return character >= '가' && character <= '힣';
}

function finalOf(character: string): number {
  return (character.charCodeAt(0) - 0xac00) % 28;
}

/** Whom one meets alone: without a plural they are one person as often as all. */
const MET_ALONE =
  /(?:의사|간호사|기사|승무원|종업원|교사|교수|변호사|판사|경찰관?|목사|스님|신부|상인|기자|연예인|시어머니|며느리)$/;
const ONE_BY_SUBJECT =
  /^(?:여자|남자|여성|남성|아줌마|아저씨|아주머니|노인|어르신|주부|외국인|장애인)(?:애|아이)?$/;

/** Whether a group without a plural may be one person: 간호사는, 여자가. */
function mayBeOne(group: string, marks: string): boolean {
  if (marks.startsWith('들')) return false;
  return MET_ALONE.test(group) || (/^[이가]$/.test(marks) && ONE_BY_SUBJECT.test(group));
}

/** The same sentence, or the next words, say that it is not so. */
const DENIED =
  /편견|고정 ?관념|선입견|오해|사실이 아니|근거(?:가|는|도)? ?없|일반화|다는 (?:법|보장)은? 없|(?:고|라고) (?:할|볼|말할|단정할) 수(?:는)? 없|옛말|옛날 (?:얘기|이야기)|잘못(?:된|이[다며고]|입니다)|인종 ?차별|취급|(?:건|것은|뜻은|의미는|말은) 아니|(?:생각|동의|의미|지지)하지(?:는)? 않|해야|하자|합시다|십시오|세요|바랍니다/;

/** The generalizations in the Korean of a text (`groupsAndTraitsIn`). */
export function koreanGeneralizations(text: string): Generalization[] {
  return matchesAt(CLAIM, GROUP_MARK, text).flatMap(({ 0: whole, index, groups = {} }) => {
    const { group = '', marks = '', trait = '', end = '' } = groups;
    const to = index + whole.length;
    const before = text.slice(Math.max(0, index - 12), index);
    const after = text.slice(to, to + 60);
    if (ONE_OR_SOME.test(before) || isDescribed(before)) return [];
    if (mayBeOne(group, marks)) return [];
    const last = trait.slice(/[가-힣]*$/.exec(trait)?.index ?? 0);
    if (!isSaid(last + end, after)) return [];
    const rest = /^[^.!?\n]*[.!?]?/.exec(after)?.[0] ?? '';
    const start = /[^.!?\n]*$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? '';
    if (rest.endsWith('?') && !/왜|어째서|이유/.test(start + whole + rest)) return [];
    if (DENIED.test(end + rest)) return [];
    return [{ from: index, to, group, trait: trait + end }];
  });
}
