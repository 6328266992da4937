import type { Path } from '../json/locate.ts';
import type { Row } from '../row/row.ts';
import type { Rule } from '../rule.ts';
import { ASKED_COLUMNS } from '../row/spoken-columns.ts';

export const unclearInstruction: Rule = {
  id: 'unclear-instruction',
  defaultSeverity: 'info',
  on: 'row',
  documentation: {
    text: {
      en: 'The prompt does not say what it is about: nothing but marks, or a request such as "do it" or "summarize" without a text, a system turn or an earlier turn that it could mean. The model learns to invent the rest. Add what is missing or remove the row.',
      ko: '프롬프트만으로는 무엇을 하라는지 알 수 없습니다. 부호뿐이거나, 가리키는 글도 시스템 턴도 앞선 턴도 없이 「해 줘」, 「요약해 줘」라고만 합니다. 모델이 나머지를 지어내도록 배우니 빠진 것을 더하거나 행을 지우십시오.',
    },
    good: '{"instruction": "Summarize", "input": "The meeting was moved to Monday.", "output": "It is on Monday."}',
    bad: '{"instruction": "Summarize", "input": "", "output": "It is on Monday."}',
  },
  check({ row }, report) {
    const prompt = row.askedWithin(LONGEST);
    if (prompt === null || prompt === '' || !isEmpty(prompt.trim())) return;
    report({
      target: { kind: 'value', path: pathOfPrompt(row) },
      message: { id: 'dataset.unclear-instruction' },
    });
  },
};

const LONGEST = 60;

function pathOfPrompt(row: Row): Path {
  const first = row.conversations[0]?.turns[0];
  if (first !== undefined) return [...first.path, first.contentKey];
  const column = ASKED_COLUMNS.find((each) => typeof row.object?.[each] === 'string');
  return column === undefined ? [] : [column];
}

const THING =
  '(?:it|this|that|these|those|(?:the|this|these|each|my) (?:(?:following|above|below|given) )?(?:text|texts|sentences?|questions?|passage|paragraph|article|problem|code|task|data|content|statement|words?|function|following|above)(?: below| above)?)';
const DEED =
  '(?:do|fix|solve|answer|explain|summari[sz]e|translate|rewrite|edit|correct|check|improve|complete|analy[sz]e|classify|continue|describe|paraphrase|proofread|convert|calculate|finish|help me with)';
const POLITE = '(?:please |can you |could you |now |just )*';
const AFTER = '(?: (?:for me|please|now|again))*';
const EMPTY: readonly RegExp[] = [
  new RegExp(`^${POLITE}${DEED} ${THING}${AFTER}$`),
  new RegExp(
    `^${POLITE}(?:summari[sz]e|translate|rewrite|paraphrase|proofread|classify|continue|go on|explain|edit)${AFTER}$`,
  ),
  /^(?:(?:write|say|do|tell me) (?:something|anything)|this|that|it|question|answer|instruction|input|prompt|task|asdf+|qwer(?:ty)?|n\/?a|none|null|undefined)$/,
  /^(?:이|그|위|아래|다음)?\s?(?:위의|아래의|다음의|주어진)?\s?(?:거|것|글|문장|질문|문제|내용|텍스트|지문|코드|문단)?(?:을|를|에|좀)?\s?(?:좀|빨리|한번)?\s?(?:해|고쳐|요약해?|번역해?|답해?|답변해?|풀어|설명해?|정리해?|수정해?|계속해?|분석해?|교정해?|분류해?|완성해?)\s?(?:줘|주세요|줄래|주십시오|하세요|하십시오|하시오|하라|해라|라)?$/,
  /^(?:이거|이것|그거|계속|질문|지시|입력)$/,
  // Jamo alone: laughter, or fingers on the keys.
  /^[ㄱ-ㅎㅏ-ㅣ\s]+$/,
];

/** How those begin: one look, which nearly all prompts end at. */
const BEGINNING =
  /^[^a-z가-힣]*(?:$|(?:please|can|could|now|just|do|fix|solve|answer|explain|summari|translate|rewrite|edit|correct|check|improve|complete|analy|classify|continue|describe|paraphrase|proofread|convert|calculate|finish|help|go on|write|say|tell|this|that|it|question|instruction|input|prompt|task|asdf|qwer|n\/?a|none|null|undefined)(?![a-z]{8})|[이그위아다주거것글문질내텍지코좀빨한해고요번답풀설정수계분교완입])/i;

function isEmpty(prompt: string): boolean {
  if (!BEGINNING.test(prompt)) return false;
  if (/^[\p{P}\s]+$/u.test(prompt) || /^\d{1,3}\.?$/.test(prompt)) return true;
  const words = prompt.toLowerCase().replaceAll(/^[\s"'“”.:!?~]+|[\s"'“”.:!?~…]+$/g, '');
  return words !== '' && EMPTY.some((pattern) => pattern.test(words));
}
