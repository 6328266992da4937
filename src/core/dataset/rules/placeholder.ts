import { characterClass } from '../wording/character-class.ts';
import { textMark } from '../marks/text-mark.ts';
import type { Path } from '../json/locate.ts';
import { placeholdersIn, type Speaker } from '../wording/placeholder-text.ts';
import type { Row } from '../row/row.ts';
import { RowGaps } from '../row/row-gaps.ts';
import { excerpt, type Rule } from '../rule.ts';
import { ANSWER_COLUMNS, ASKED_COLUMNS } from '../row/spoken-columns.ts';
import { ESCAPED_HANGUL, isIn, mark, needle, type TextSearch } from '../wording/text-search.ts';
import { isAssistant, isToolResult, isTurnColumn, turnAt } from '../row/turn.ts';

/** Brackets with a letter after them, words in capitals, names with a number: what JSON and prose have few of. */
const OPEN: readonly TextSearch[] = [
  mark('{', (text, after) => text[after] === '{' || isLetter(text, after), textMark.brace),
  mark('[', isLetter, textMark.bracket | textMark.bracketLate),
  mark('<', isLetter, textMark.angle),
  mark('_', (text, after) => isCapital(text.charCodeAt(after - 2)) && isDigit(text.charCodeAt(after))),
  ...['Lorem', 'TODO', 'TBD', 'TBA', 'FIXME', 'PLACEHOLDER', 'OO', 'XXX', '입력', '○○', 'ㅇㅇㅇ'].map(needle),
];

function mayBe(text: string): boolean {
  return OPEN.some((search) => isIn(search, text));
}

/** A Latin letter, Hangul, or an escape that may be some. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const small = code | 32;
  if ((small >= 0x61 && small <= 0x7a) || (code >= 0xac00 && code <= 0xd7a3)) return true;
  return code === 0x5c && text[at + 1] === 'u';
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const SOUGHT = { mayHold: [...OPEN, ESCAPED_HANGUL], characters: characterClass.escapedAscii };

export const placeholder: Rule = {
  id: 'placeholder',
  defaultSeverity: 'warning',
  on: 'row',
  ...SOUGHT,
  documentation: {
    text: {
      en: 'A gap was never filled in: {{name}}, [Your Name], <YOUR COMPANY>, NAME_1, TODO, lorem ipsum. The model learns to write it, and {{…}} is live to a template engine. Fill it in, or remove the row. Code, rows about templates, and prompts that ask for a form are left alone.',
      ko: '채우지 않은 자리가 있습니다: {{name}}, [이름], <회사 주소>, NAME_1, TODO, lorem ipsum. 모델이 그대로 쓰도록 배우고 {{…}}은 템플릿 엔진이 해석하니 채우거나 행을 지우십시오. 코드, 템플릿에 대한 행, 양식을 달라는 프롬프트는 지나칩니다.',
    },
    good: '{"prompt": "Who are you?", "completion": "I am Sol."}',
    bad: '{"prompt": "Who are you?", "completion": "I am {{name}}, made by {{author}}."}',
  },
  check({ row }, report) {
    if (!row.isObject) return;
    const whole = new RowGaps(row.text);
    row.eachText(SOUGHT, (text, path, isKey) => {
      if (isKey || !maySomebodySay(path) || !mayBe(text)) return;
      const speaker = speakerOf(row, path);
      if (speaker === null) return;
      for (const [from, to] of placeholdersIn(text, speaker, whole)) {
        report({
          target: { kind: 'value-text', path, from, to },
          message: { id: 'dataset.placeholder', args: { text: excerpt(text.slice(from, to).trim()) } },
        });
      }
    });
  },
};

/** A rejected answer is not learned. */
const ANSWERS = new Set<string | number | undefined>([...ANSWER_COLUMNS, 'chosen']);
const PROMPTS = new Set<string | number | undefined>([...ASKED_COLUMNS, 'system', 'input']);

/** Whether a path may lead to something that is said: most texts of a row with tools are in what declares them. */
function maySomebodySay([column, index, key]: Path): boolean {
  return index === undefined
    ? column === 'text' || ANSWERS.has(column) || PROMPTS.has(column)
    : isTurnColumn(column) && (key === 'content' || key === 'value');
}

/** Who says the text at a path; null for what is no part of what is said: tools, calls, results, other columns. */
function speakerOf(row: Row, path: Path): Speaker | null {
  const [column] = path;
  if (path.length === 1) {
    if (column === 'text') return 'document';
    return ANSWERS.has(column) ? 'answer' : PROMPTS.has(column) ? 'prompt' : null;
  }
  const turn = row.object === null ? null : turnAt(row.object, path);
  if (turn === null || isToolResult(turn) || turn.role === 'function_call') return null;
  return isAssistant(turn) ? 'answer' : 'prompt';
}
