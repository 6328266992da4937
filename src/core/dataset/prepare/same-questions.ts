import { DigestTable } from '../comparing/digest-table.ts';
import type { JsonValue } from '../json/json-value.ts';
import { isShort, type AskedPrompt } from '../overlap/asked-prompt.ts';
import { ValueDigest } from '../comparing/value-digest.ts';

/** A short question with which more rows begin than this share of the file, and no fewer than so many, says little: "Hi", "Summarize." */
const MOST_SHARE = 0.2;
const LEAST_ROWS = 10;
/** Questions of a conversation that are looked at. */
const MOST_QUESTIONS = 8;

/** What rows ask, step by step: the first question, then the next one with it. Each step has a number. */
interface Steps {
  readonly row: number;
  readonly numbers: readonly number[];
}

/**
 * Tells which rows ask the same: those whose first question is the same. One that is short and with which more than a fifth of the rows
 * begin is taken together with what is asked next, and so on while that is no better, and at last with the system prompt: conversations
 * that only begin with one greeting are not the same, and those that ask the same throughout always are.
 */
export class SameQuestions {
  readonly #digest = new ValueDigest();
  readonly #words = new Int32Array(4);
  readonly #numbers = new DigestTable();
  /** By the number of a step: the rows that have it, and the first that is told by it. */
  readonly #counts: number[] = [0];
  readonly #firsts: number[] = [0];
  readonly #open: Steps[] = [];
  #toldFurther = 0;

  /** Calls back with an earlier row that asks the same, where that is known already. */
  add(row: number, prompt: AskedPrompt, onSame: (earlier: number) => void): void {
    const numbers = [...stepsOf(prompt)].map((step) => this.#numberOf(step));
    for (const number of numbers) this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    if (numbers.length === 1) this.#join(numbers[0] ?? 0, row, onSame);
    else this.#open.push({ row, numbers });
  }

  /** Calls back with the others, when all are there. @param rows of the whole file */
  end(rows: number, onSame: (row: number, earlier: number) => void): void {
    const most = Math.max(rows * MOST_SHARE, LEAST_ROWS - 1);
    for (const { row, numbers } of this.#open) {
      const last = numbers.length - 1;
      const at = numbers.findIndex((number, n) => n === last || (this.#counts[number] ?? 0) <= most);
      if (at > 0) this.#toldFurther += 1;
      this.#join(numbers[at] ?? 0, row, (earlier) => onSame(row, earlier));
    }
  }

  /** Rows that were told apart by more than their first question. */
  get toldFurther(): number {
    return this.#toldFurther;
  }

  #join(number: number, row: number, onSame: (earlier: number) => void): void {
    const first = this.#firsts[number] ?? 0;
    if (first === 0) this.#firsts[number] = row;
    else onSame(first);
  }

  #numberOf(step: JsonValue): number {
    this.#digest.add(step);
    const next = this.#counts.length;
    const known = this.#numbers.firstOf(this.#digest.digest(this.#words), next);
    if (known !== null) return known;
    this.#counts.push(0);
    this.#firsts.push(0);
    return next;
  }
}

/** A question that says something by itself ends them. */
function* stepsOf({ questions, system, media }: AskedPrompt): Generator<JsonValue> {
  const looked = questions.slice(0, MOST_QUESTIONS);
  for (const [n, question] of looked.entries()) {
    yield [media, looked.slice(0, n + 1)];
    if (!isShort(question)) return;
  }
  if (questions.length === looked.length) yield [media, looked, system];
}
