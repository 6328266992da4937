import type { Exchange } from '../row/exchange.ts';
import { languageOf, mainScript, type KnownLanguage } from '../wording/language-of-text.ts';
import type { Row } from '../row/row.ts';
import type { Report, Rule } from '../rule.ts';
import { isSystem } from '../row/turn.ts';

export const wrongLanguage: Rule = {
  id: 'wrong-language',
  defaultSeverity: 'warning',
  deep: true,
  on: 'row',
  documentation: {
    text: {
      en: 'The answer is in another language than the prompt, and nothing asks for that: Korean, Japanese, Chinese and English are told apart. The model learns to answer strangers in the wrong language. Translate the answer or remove the row. Translations, code, names and short answers are left alone.',
      ko: '답이 프롬프트와 다른 언어인데 그렇게 해 달라는 말이 없습니다. 한국어, 일본어, 중국어, 영어를 구별합니다. 모델이 엉뚱한 언어로 답하도록 배우니 답을 번역하거나 행을 지우십시오. 번역, 코드, 이름, 짧은 답은 지나칩니다.',
    },
    good: '{"prompt": "한국의 수도는 어디인가요?", "completion": "한국의 수도는 서울입니다."}',
    bad: '{"prompt": "한국의 수도는 어디인가요?", "completion": "The capital of Korea is Seoul, a city of nine million people."}',
  },
  check({ row }, report) {
    if (row.isPlainAscii) return;
    for (const exchange of row.exchanges) check(exchange, row, report);
  },
};

function check(exchange: Exchange, row: Row, report: Report): void {
  const { prompt, input, answer, path } = exchange;
  if (prompt === null || mainScript(prompt) === mainScript(answer)) return;
  const spoken = languageOf(answer);
  if (spoken === null || !isLong(answer, spoken)) return;
  const asked = languageOf(prompt);
  if (asked === null || asked === spoken) return;
  if (ASKS_FOR_IT[spoken].test(prompt) || holds(`${prompt}\n${input}`.slice(0, 10_000), spoken)) return;
  if (input !== '' && languageOf(input) !== null && languageOf(input) !== asked) return;
  if (ASKS_FOR_IT[spoken].test(systemText(row))) return;
  report({
    target: { kind: 'value', path },
    message: {
      id: 'dataset.wrong-language',
      args: { asked: { id: `dataset.language.${asked}` }, spoken: { id: `dataset.language.${spoken}` } },
    },
  });
}

/** Enough to be a sentence and not a name or a term. */
function isLong(answer: string, language: KnownLanguage): boolean {
  return language === 'en' ? answer.slice(0, 1000).split(/\s+/).length >= 7 : answer.length >= 14;
}

const TRANSLATE = 'translat|번역|통역|옮기|옮겨|翻訳|翻译|訳し';
/** Words that ask for a language, or for what is written in it. */
const ASKS_FOR_IT: Readonly<Record<KnownLanguage, RegExp>> = {
  en: new RegExp(
    `english|영어|영문|영작|토익|토플|문법|관계대명사|가정법|시제|커밋|commit|英語|英文|英语|${TRANSLATE}`,
    'i',
  ),
  ko: new RegExp(`korean|hangul|한국어|한글|국어|韓国語|韩语|韩文|${TRANSLATE}`, 'i'),
  ja: new RegExp(`japanese|일본어|일어|日本語|日语|日文|hiragana|kanji|haiku|${TRANSLATE}`, 'i'),
  zh: new RegExp(`chinese|mandarin|cantonese|중국어|한문|한자|漢字|中文|中国語|汉语|${TRANSLATE}`, 'i'),
};

/** Whether a text in another language holds words in this one, which the answer may be about. */
function holds(text: string, language: KnownLanguage): boolean {
  if (language === 'en') return (text.match(/(?:\b[A-Za-z']+[ ,]+){2,}[A-Za-z']+/g) ?? []).length > 0;
  const script = { ko: /[가-힣]{2}/, ja: /[\u3040-\u30ff]{2}/, zh: /[\u3400-\u9fff]{4}/ }[language];
  return script.test(text);
}

function systemText(row: Row): string {
  const system = row.object?.['system'];
  if (typeof system === 'string') return system;
  const first = row.conversations[0]?.turns[0];
  if (first === undefined || !isSystem(first)) return '';
  return typeof first.content === 'string' ? first.content : '';
}
