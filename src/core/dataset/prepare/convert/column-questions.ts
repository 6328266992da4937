import { unreachable } from '../../../text/unreachable.ts';
import type { ConversionTarget } from './example.ts';

/** What a column may be asked to be. */
export interface ColumnQuestion {
  /** A role of a turn, or the column of a format, as in `--map column=to`. */
  readonly to: string;
  /** A file may do without it. */
  readonly optional: boolean;
  /** Names that such columns often have, in small letters. */
  readonly usual: readonly string[];
}

const system: ColumnQuestion = {
  to: 'system',
  optional: true,
  usual: ['system', 'system_prompt', 'context', '시스템'],
};
const user: ColumnQuestion = {
  to: 'user',
  optional: false,
  usual: ['question', 'prompt', 'instruction', 'query', 'input', 'user', 'request', '질문', '지시', '입력'],
};
const assistant: ColumnQuestion = {
  to: 'assistant',
  optional: false,
  usual: ['answer', 'response', 'output', 'completion', 'assistant', 'reply', '답변', '대답', '응답', '출력'],
};
const one = (to: string, usual: readonly string[]): ColumnQuestion => ({ to, optional: false, usual });

/** What must be known of the columns of a file whose format is not known, in the order of the turns. */
export function columnQuestions(target: ConversionTarget): readonly ColumnQuestion[] {
  switch (target) {
    case 'messages':
    case 'sharegpt':
    case 'prompt-completion':
    case 'prompt-completion-text':
    case 'alpaca':
      return [system, user, assistant];
    case 'tool-calling':
      return [user, assistant, one('tools', ['tools', 'functions', '도구'])];
    case 'text':
      return [one('text', ['text', 'content', 'document', 'body', '본문', '글'])];
    case 'preference':
      return [
        one('prompt', user.usual),
        one('chosen', ['chosen', 'accepted', 'preferred', 'better', 'good']),
        one('rejected', ['rejected', 'dispreferred', 'worse', 'bad']),
      ];
    case 'kto':
      return [
        one('prompt', user.usual),
        one('completion', assistant.usual),
        one('label', ['label', 'is_good', 'thumbs_up', 'accepted', 'good']),
      ];
    default:
      return unreachable(target);
  }
}

/** Whether all that must be known for a format has been answered, and nothing else. */
export function areAnswered(target: ConversionTarget, settings: readonly { readonly to: string }[]): boolean {
  const questions = columnQuestions(target);
  const isAnswered = (question: ColumnQuestion): boolean => settings.some(({ to }) => to === question.to);
  return (
    questions.every((question) => question.optional || isAnswered(question)) &&
    settings.every(({ to }) => questions.some((question) => question.to === to))
  );
}

/** Columns for a question, the likely one first; the others in their order. */
export function likelyFirst<T extends { readonly name: string }>(
  columns: readonly T[],
  { usual }: ColumnQuestion,
): T[] {
  const rank = ({ name }: T): number => {
    const at = usual.indexOf(name.trim().toLowerCase());
    return at === -1 ? usual.length : at;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b));
}
