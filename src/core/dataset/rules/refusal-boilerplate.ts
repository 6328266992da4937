import { characterClass } from '../wording/character-class.ts';
import type { Exchange } from '../row/exchange.ts';
import { textMark } from '../marks/text-mark.ts';
import type { Report, Rule } from '../rule.ts';
import { ESCAPED_HANGUL, isIn, mark, needle } from '../wording/text-search.ts';

const PHRASES = [needle('AI'), needle('인공'), needle('언어'), needle('죄송')];
/** I'm, I am, I can, I do: who speaks of itself. */
const OF_ITSELF = ["'m", ' am', ' can', ' do'];
const FIRST_PERSON = mark(
  'I',
  (text, after) => OF_ITSELF.some((words) => text.startsWith(words, after)),
  textMark.firstPerson,
);

export const refusalBoilerplate: Rule = {
  id: 'refusal-boilerplate',
  defaultSeverity: 'info',
  on: 'row',
  mayHold: [...PHRASES, FIRST_PERSON, ESCAPED_HANGUL],
  characters: characterClass.escapedAscii,
  documentation: {
    text: {
      en: 'The answer uses a set phrase of another assistant: "As an AI language model, I …", "I\'m sorry, but I can\'t assist with that". Few such rows suffice for a model to refuse what it could do. Rewrite the answer in the voice that you want, or remove the row.',
      ko: '답에 다른 어시스턴트의 상투구(「저는 인공지능 언어 모델로서」, 「죄송하지만 그 요청에는 도움을 드릴 수 없습니다」)가 있습니다. 몇 행만 있어도 모델이 할 수 있는 일을 거절하게 되니 원하는 말투로 다시 쓰거나 행을 지우십시오.',
    },
    good: '{"prompt": "What is your favourite colour?", "completion": "Green, if I may choose."}',
    bad: '{"prompt": "What is your favourite colour?", "completion": "As an AI language model, I have no preferences."}',
  },
  check({ row }, report) {
    for (const exchange of row.exchanges) if (mayBe(exchange.answer)) check(exchange, report);
  },
};

/** What every phrase has some of. */
function mayBe(answer: string): boolean {
  if (PHRASES.some((phrase) => isIn(phrase, answer))) return true;
  return isIn(FIRST_PERSON, answer) && MODEL_OR_SORRY.test(answer);
}

const MODEL_OR_SORRY = /language model|artificial int|chatbot|sorry|apologi|fulfill|comply/;

const MODEL =
  '(?:(?:AI|artificial intelligence|(?:large )?language model|machine learning model|chatbot)(?:[- ](?:language model|assistant|model|chatbot|system|program))?)';
/** A model that says what it is has not refused yet: soon after it says what it does not do. */
const DENIAL = "(?=[^]{0,160}?(?:n['’]t\\b|\\bnot\\b|cannot|unable|\\bno\\b|never))";
const ENGLISH = new RegExp(
  [
    `\\b(?:[Aa]s|[Bb]eing|[Ss]ince I(?:'m| am)|[Bb]ecause I(?:'m| am)) (?:just |only |merely )?an? (?:[a-z]+ )?${MODEL}(?:,| I\\b)${DENIAL}`,
    `\\bI(?:'m| am) (?:just|only|merely) an? ${MODEL}\\b`,
    `\\bmy programming as an? ${MODEL}`,
    "\\bI(?:'m| am) (?:very )?sorry,? (?:but )?I (?:can't|cannot|can not|am unable to|am not able to) (?:assist|help|fulfill|comply)(?: you)?(?: with)? (?:that|this|your)(?: request)?",
    "\\bI (?:apologize|apologise),? but I (?:can't|cannot|am unable to) (?:assist|help|fulfill|comply|provide any)",
    "\\bI (?:can't|cannot) (?:fulfill|comply with) (?:that|this|your) request",
  ].join('|'),
  'g',
);
const KOREAN_MODEL =
  '(?:(?:AI|인공지능|인공 지능|대규모|거대|대화형)\\s?){0,4}(?:언어\\s?모델|AI|인공지능|인공 지능)(?:\\s?(?:모델|어시스턴트|비서|챗봇|프로그램|도우미))?';
const KOREAN = new RegExp(
  [
    `${KOREAN_MODEL}(?:로서|로써|이기 때문에|이라서|이므로|인 (?:저는|제가)|이라 )(?=[^.\\n]{0,80}(?:없|않|못))`,
    '죄송(?:합니다만|하지만|합니다\\.?),? (?:저는 )?(?:그|이|해당|그러한|이러한|요청하신)\\s?(?:요청|질문|내용|부탁)(?:에는|에|은|을|에 대해서?는?)?\\s?(?:도움을 드릴|도와드릴|도와 드릴|응할|답변드릴|답변해 드릴|들어드릴|수행할) 수 없',
  ].join('|'),
  'g',
);

function check({ answer, path }: Exchange, report: Report): void {
  for (const pattern of [ENGLISH, KOREAN]) {
    for (const { index, 0: phrase } of answer.matchAll(pattern)) {
      // Words in quotes are spoken about.
      if (/["“'‘「『]$/.test(answer.slice(0, index))) continue;
      report({
        target: { kind: 'value-text', path, from: index, to: index + phrase.length },
        message: { id: 'dataset.refusal-boilerplate' },
      });
      return;
    }
  }
}
