import { JsonFault, parsePythonJson } from '../template/python-json.ts';
import { renderData, type RenderSettings } from '../template/render-chat-template.ts';
import { conversationOfRow } from '../template/row-conversation.ts';
import { PyDict } from '../template/values/dict.ts';
import type { Value } from '../template/values/value.ts';
import { HumanError } from '../text/human-error.ts';
import type { Message } from '../text/message.ts';
import { tokenAt } from './byte-offsets.ts';
import { isPrepared, kindOfRow, type RowKind } from './row-kind.ts';
import type { EncodedText, Tokenizer } from './tokenizer.ts';
import type { TrainingSettings } from './training-settings.ts';

/** What TRL makes of a row. `stopped`: at this row it ends the run, for this reason. */
export type TrainedRow =
  | {
      readonly kind: 'kept' | 'dropped';
      /** Before anything is cut. */
      readonly tokens: number;
      /** Taken off by `max_length`. */
      readonly cut: number;
      /** Of those that are left. */
      readonly trained: number;
    }
  | StoppedRow;
export interface StoppedRow {
  readonly kind: 'stopped';
  readonly reason: Message;
}

/** Keywords of a row that reach TRL's own call of the template, whose meaning they change. */
const OVERRIDING = ['tools', 'documents', 'chat_template', 'add_generation_prompt', 'continue_final_message'];

/**
 * Which tokens of each row carry loss, as `SFTTrainer._prepare_dataset` of TRL 1.16 makes them (sft_trainer.py:1228-1485): rows in
 * the order of the file, of which the first decides for all.
 */
export class RowTraining {
  readonly #settings: TrainingSettings;
  readonly #tokenizer: Tokenizer;
  #kind: RowKind | null = null;

  constructor(settings: TrainingSettings, tokenizer: Tokenizer) {
    this.#settings = settings;
    this.#tokenizer = tokenizer;
  }

  /**
   * @param json text of the row
   * @throws {HumanError} if it cannot be said of this file what is trained: that is then true of all its rows
   */
  of(json: string, number: number): TrainedRow {
    const row = parsed(json, this.#settings.columns);
    if (row === null) return stopped('unreadable');
    const kind = this.#kindOf(row, number);
    if (kind === 'broken') return stopped('other-columns');
    const { answersOnly } = this.#settings;
    const isPlain = kind === 'text' || kind === 'prompt-text';
    if (isPlain) {
      if (answersOnly) throw new HumanError('tokens.answers-of-text');
      return this.#measured(...this.#plain(row, kind));
    }
    const found = this.#conversation(row, number, kind);
    return 'reason' in found ? found : this.#measured(found.length, found.isTrained);
  }

  #kindOf(row: PyDict, number: number): RowKind {
    const kind = kindOfRow(row, this.#settings.textField);
    if (kind === null) throw new HumanError('tokens.two-shapes', { row: number });
    if (this.#kind === null) {
      if (kind === 'broken') throw new HumanError('tokens.no-shape', { row: number });
      if (isPrepared(row)) throw new HumanError('tokens.prepared', { row: number });
      this.#kind = kind;
    }
    if (kind !== 'broken' && kind !== this.#kind) throw new HumanError('tokens.two-shapes', { row: number });
    return kind;
  }

  #conversation(row: PyDict, number: number, kind: RowKind): Masked | StoppedRow {
    const kwargs = row.getText('chat_template_kwargs');
    if (kwargs !== undefined && !(kwargs instanceof PyDict)) return stopped('no-kwargs');
    if (OVERRIDING.some((name) => kwargs?.has(name) === true))
      throw new HumanError('tokens.overriding-kwargs', { row: number });
    const read = conversationOfRow(row, number);
    if (!read.ok) return { kind: 'stopped', reason: read.message };
    const settings = this.#renderSettings(row);
    // TRL hands no documents to the template.
    read.data.setText('documents', null);
    const rendered = renderData(settings, read.data);
    if (!rendered.ok) return stopped('refused', rendered.error.message);
    const whole = this.#tokenizer.encode(rendered.text);
    const masks: Uint8Array[] = [];
    if (this.#settings.answersOnly) {
      const mask = answersOf(whole, rendered.spans ?? []);
      if (!mask.includes(1)) return stopped('no-answer');
      masks.push(mask);
    }
    if (kind === 'prompt-turns' && this.#settings.completionOnly !== false) {
      read.data.setText('messages', row.getText('prompt') ?? null);
      const prompt = renderData({ ...settings, addGenerationPrompt: true }, read.data);
      if (!prompt.ok) return stopped('refused', prompt.error.message);
      masks.push(afterPrefix(this.#tokenizer.encode(prompt.text).ids, whole.ids));
    }
    const { length } = whole.ids;
    return { length, isTrained: (token) => masks.every((mask) => mask[token] === 1) };
  }

  /** Text that no template makes: the end of text is added where it is missing. */
  #plain(row: PyDict, kind: 'text' | 'prompt-text'): [number, Masked['isTrained']] {
    const { specialTokens, textField, completionOnly } = this.#settings;
    const end = specialTokens['eos_token'];
    if (end === undefined) throw new HumanError('tokens.no-end');
    const withEnd = (text: string): string => (text.endsWith(end) ? text : text + end);
    if (kind === 'text') {
      const { length } = this.#tokenizer.encodePlain(withEnd(textOf(row, textField)));
      return [length, () => true];
    }
    // A text column beside them has the end instead (sft_trainer.py:1297).
    const beside = row.getText(textField);
    const isEnded = typeof beside !== 'string' || beside.endsWith(end);
    const prompt = textOf(row, 'prompt');
    const completion = textOf(row, 'completion');
    const ids = this.#tokenizer.encodePlain(prompt + (isEnded ? withEnd(completion) : completion));
    if (completionOnly === false) return [ids.length, () => true];
    const mask = afterPrefix(this.#tokenizer.encodePlain(prompt), ids);
    return [ids.length, (token) => mask[token] === 1];
  }

  #renderSettings(row: PyDict): RenderSettings {
    const { templates, specialTokens, now } = this.#settings;
    const name = hasTools(row) && templates['tool_use'] !== undefined ? 'tool_use' : 'default';
    const template = templates[name];
    if (template === undefined) throw new HumanError('tokens.no-template');
    if (this.#settings.answersOnly && !HAS_MARKS.test(template)) throw new HumanError('tokens.no-marks');
    return { template, specialTokens, now };
  }

  /** What is left after truncation; only then are rows without a trained token dropped. */
  #measured(tokens: number, isTrained: Masked['isTrained']): TrainedRow {
    const { maxLength, keepsEnd, packing } = this.#settings;
    const isCut = maxLength !== null && !packing;
    const cut = isCut ? Math.max(0, tokens - maxLength) : 0;
    const from = keepsEnd ? cut : 0;
    let trained = 0;
    for (let token = from; token < from + tokens - cut; token++) if (isTrained(token)) trained += 1;
    return { kind: isCut && trained === 0 ? 'dropped' : 'kept', tokens, cut, trained };
  }
}

/** trl 1.16 chat_template_utils.py, `has_generation_markers` */
const HAS_MARKS = /\{%-?\s*generation\s*-?%\}/;

interface Masked {
  readonly length: number;
  readonly isTrained: (token: number) => boolean;
}

function stopped(id: string, cause = ''): StoppedRow {
  return {
    kind: 'stopped',
    reason: { id: `tokens.stopped.${id}`, ...(cause === '' ? {} : { args: { cause } }) },
  };
}

/** transformers then takes the template named `tool_use` (tokenization_utils_base.py:1829). */
function hasTools(row: PyDict): boolean {
  return (row.getText('tools') ?? null) !== null;
}

/** Null if it is no object. */
function parsed(json: string, columns: readonly string[] | null): PyDict | null {
  try {
    const row = parsePythonJson(json);
    if (!(row instanceof PyDict)) return null;
    if (columns === null) return row;
    return PyDict.of([...row.entries()].filter(([name]) => columns.some((column) => column === name)));
  } catch (error) {
    if (error instanceof JsonFault) return null;
    throw error;
  }
}

function textOf(row: PyDict, column: string): string {
  const text: Value | undefined = row.getText(column);
  return typeof text === 'string' ? text : '';
}

/** As transformers marks the assistant's tokens, with what it does where an edge has no token (tokenization_utils_base.py:3197). */
function answersOf(whole: EncodedText, spans: readonly (readonly [number, number])[]): Uint8Array {
  const mask = new Uint8Array(whole.ids.length);
  if (spans.length === 0) return mask;
  const offsets = whole.offsets();
  for (const [from, to] of spans) {
    const start = tokenAt(offsets, from);
    const last = tokenAt(offsets, to - 1);
    if (start === null) break;
    mask.fill(1, start, last === null || last === 0 ? mask.length : last + 1);
  }
  return mask;
}

/** The completion begins where its tokens and those of the prompt alone part. */
function afterPrefix(prompt: readonly number[], whole: readonly number[]): Uint8Array {
  let shared = 0;
  while (shared < prompt.length && shared < whole.length && prompt[shared] === whole[shared]) shared += 1;
  return new Uint8Array(whole.length).fill(1, shared);
}
