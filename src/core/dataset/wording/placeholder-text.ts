import { withoutCode } from './code-block.ts';
import { countsOf, type RowGaps } from '../row/row-gaps.ts';

/** Who says a text: more counts as a gap in an answer than in a prompt or document, which may be about a form. */
export type Speaker = 'prompt' | 'answer' | 'document';

/** What is left open in a text of a row, as `[from, to]`. */
export function placeholdersIn(text: string, speaker: Speaker, row: RowGaps): (readonly [number, number])[] {
  const prose = withoutCode(text);
  const isAnswer = speaker === 'answer';
  const marks = [
    TAG,
    ...(speaker === 'prompt' ? [] : [LOREM]),
    ...(isAnswer ? [UNWRITTEN, FILL_IN, NOBODY] : []),
  ];
  const gaps = isAnswer ? [...rangesOf(prose, ANGLE), ...brackets(prose)] : [];
  const found = [
    ...marks.flatMap((pattern) => rangesOf(prose, pattern)),
    ...ofTemplates(prose, row),
    ...unasked(gaps, prose, row),
  ];
  return found
    .sort(([a], [b]) => a - b)
    .filter(([from], n, all) => n === 0 || from >= (all[n - 1]?.[1] ?? 0));
}

/** Gaps between braces. What the row is about is asked where there are some: the row is longer than the text. */
function ofTemplates(text: string, row: RowGaps): [number, number][] {
  const braces = [DOUBLE_BRACE, SINGLE_BRACE].flatMap((pattern) => rangesOf(text, pattern));
  return braces.length > 0 && row.isAboutTemplates ? [] : braces;
}

function rangesOf(text: string, pattern: RegExp): [number, number][] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole }) => [index, index + whole.length]);
}

/** A name between braces, as template engines write it; not LaTeX, `${{ }}`, or a number. */
const DOUBLE_BRACE = /(?<![\\{}$^_A-Za-z0-9])\{\{\s*[A-Za-z_가-힣][\w가-힣 .]{0,40}\}\}(?!\})/g;
const SINGLE_BRACE =
  /(?<![\w$\\{}"'`^%#|])\{(?:name|date|time|place|company|question|context|text|topic|title|address|email|phone|city|country|product|answer|query|document|passage|language|number|[a-z]{2,}(?:_[a-z]{2,})+|이름|날짜|시간|장소|회사명|질문|내용)\}(?![}\w])/g;
/** Marks that anonymising left: NAME_1, [NAME], [CUSTOMER_NAME]. */
const TAG =
  /\b(?:NAME|PERSON|EMAIL|PHONE|ADDRESS|LOCATION)_\d+\b|(?<![\w\])])\[(?:[A-Z]+_)*(?:NAME|EMAIL|PHONE|ADDRESS|DATE|YEAR|COMPANY|PERSON|LOCATION|URL|REDACTED|ORGANIZATION|CITY|COUNTRY)(?:_\d+)?\](?![[(:\w])/g;
const LOREM = /(?<!["'`])\bLorem ipsum dolor sit amet\b[^\n]{0,200}/g;
/** Nothing but a note that the answer is still to be written. */
const UNWRITTEN = /^\s*(?:TBD|TBA|FIXME|PLACEHOLDER|TODO)(?:[.!]|:[^\n]{0,60}|\s[^.?!\n]{0,20})?\s*$/g;
const FILL_IN =
  /[([<（「](?:여기에|이곳에)?\s?[가-힣 ]{0,20}(?:을|를)?\s?(?:입력|작성|기재|삽입)(?:하세요|하십시오|해 ?주세요|바랍니다)?[)\]>）」]|^\s*(?:이름|성함|내용|제목|답변|주소|회사명|텍스트|글|연락처)(?:을|를)?\s?입력(?:하세요|하십시오|해 ?주세요)\.?\s*$/g;
const NOBODY =
  /(?<![A-Za-z○])(?:OOO|OO|○○○?|◯◯◯?|ㅇㅇㅇ|XXX)\s?(?:님|씨|대리|과장|부장|팀장|교수|선생|고객)/g;
const ANGLE =
  /<(?:your|insert|enter|my)[ _-][a-z][a-z _-]{1,40}>|<[가-힣 ]{0,16}(?:이름|주소|번호|날짜|회사명|연락처|이메일)>/gi;

/** `[…]` that is no reference, link, check box or index. */
const BRACKET = /(?<![\w\])!])\[([A-Za-z가-힣][^\]\n[]{0,40})\](?![[(:\w])/g;

function brackets(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const { index, 0: whole, 1: inner = '' } of text.matchAll(BRACKET)) {
    const isCheckBox = /[-*•] $/.test(text.slice(Math.max(0, index - 2), index));
    if (isGap(inner) && !isCheckBox) found.push([index, index + whole.length]);
  }
  return found;
}

/** No gaps in a row that asks for a form, and no gaps that are elsewhere in the row too: the prompt asked to keep them. */
function unasked(gaps: readonly [number, number][], text: string, row: RowGaps): [number, number][] {
  if (gaps.length === 0 || row.asksForAForm) return [];
  const counts = countsOf(text);
  return gaps.filter(([from, to]) => {
    const gap = text.slice(from, to);
    return (counts.get(gap) ?? 0) >= row.countOf(gap);
  });
}

const NOUN =
  /^(?:names?|dates?|times?|address(?:es)?|numbers?|e-?mails?|phone|company|city|state|country|title|position|years?|month|day|place|location|link|url|amount|contact|information|details|department|organi[sz]ation|school|university|product|project|event|venue|author|recipient|sender|manager|customer|client|signature|role|industry|degree|subject|institution|employer|neighborhood|price|x{1,4})$/i;
const ENGLISH_WORD = /^[A-Za-z-]+(?:['’]s)?$/;
const KOREAN_GAP =
  /(?:이름|성함|성명|회사명|회사|날짜|일자|시간|장소|주소|전화번호|연락처|이메일|번호|금액|직책|부서|학교명?|제품명|상품명|분야|경력|링크|입력|기관명|담당자)$/;

/** Whether the words between brackets are a gap: they end in what a form asks for, or say to insert. */
function isGap(inner: string): boolean {
  if (/[가-힣]/.test(inner)) return inner.length <= 16 && KOREAN_GAP.test(inner.trim());
  const words = inner.split(/[\s,/]+/).filter((word) => word !== '');
  if (
    words.length > 5 ||
    (inner.includes(',') && /^[a-z]/.test(inner)) ||
    !words.every((word) => ENGLISH_WORD.test(word))
  )
    return false;
  if (/^(?:insert|enter|your|add your|specify)$/i.test(words[0] ?? '') && words.length > 1) return true;
  // A lower-case word alone is a name in code or in usage text.
  if (words.length === 1 && /^[a-z]/.test(inner)) return false;
  return NOUN.test(words.at(-1) ?? '');
}
