import path from 'node:path';
import { renderData } from '../core/template/render-chat-template.ts';
import { rowConversation } from '../core/template/row-conversation.ts';
import type { RenderError } from '../core/template/render-request.ts';
import type { PyDict } from '../core/template/values/dict.ts';
import { formatMessage } from '../core/text/format-message.ts';
import { HumanError } from '../core/text/human-error.ts';
import type { Message } from '../core/text/message.ts';
import { chooseTemplate, readChatTemplates } from '../node/template/read-chat-templates.ts';
import { readRow } from '../node/template/read-row.ts';
import { readSpecialTokens } from '../node/template/read-special-tokens.ts';
import { asUsage } from './as-usage.ts';
import {
  flag,
  stringOption,
  UsageError,
  type Command,
  type CommandArguments,
  type CommandContext,
  type ExitCode,
} from './command.ts';
import { renderBatch } from './render-batch.ts';

/** `tuning-fork render`: the text that a chat template makes of a row. */
export const renderCommand: Command = {
  name: 'render',
  summary: 'the text that a chat template makes of a row',
  help: `Usage: tuning-fork render --template T FILE --row N [--tokenizer DIR] [--now TIME]
       tuning-fork render --batch < requests.jsonl > answers.jsonl

Prints the text that transformers would make of a row, byte for byte. T is a .jinja file, a GGUF file or a model folder.

Options:
  --template T       the chat template
  --row N            the row, from 1: of JSONL the physical line, of a JSON array the element
  --tokenizer DIR    where the special tokens come from (default: T if it has them)
  --now TIME         the clock that the template sees, such as 2026-11-24T09:30:00
  --batch            answers requests on standard input, one JSON object a line

Exit code: 0 rendered, 1 the template refuses the row or there is no such row, 2 wrong usage; with --batch always 0.

Example:
  tuning-fork render --template ./SmolLM2-135M-Instruct train.jsonl --row 17
`,
  options: {
    template: { type: 'string' },
    row: { type: 'string' },
    tokenizer: { type: 'string' },
    batch: { type: 'boolean' },
  },
  formats: ['pretty'],
  run: (args, context) => (flag(args, 'batch') ? renderBatch(context) : renderRow(args, context)),
};

async function renderRow(args: CommandArguments, context: CommandContext): Promise<ExitCode> {
  const wish = wishOf(args);
  const json = await rowText(wish, context);
  const read = rowConversation(json, wish.row);
  if (!read.ok) return refuse(read.message, context);
  const { template, specialTokens } = await templateOf(wish, read.data, context);
  const result = renderData({ template, specialTokens, now: context.now }, read.data);
  if (!result.ok) return refuse(sentenceOf(result.error, wish.row, context), context);
  await context.out(result.text);
  return 0;
}

interface Wish {
  readonly template: string;
  readonly tokenizer: string | null;
  readonly file: string;
  readonly row: number;
}

function wishOf(args: CommandArguments): Wish {
  const template = stringOption(args, 'template') ?? misuse('render.needs-template');
  const [file, ...others] = args.positionals;
  if (file === undefined || others.length > 0) return misuse('render.needs-file');
  const row = Number(stringOption(args, 'row') ?? Number.NaN);
  if (!Number.isSafeInteger(row) || row < 1) return misuse('render.needs-row');
  const tokenizer = stringOption(args, 'tokenizer');
  return { template, tokenizer: tokenizer ?? null, file, row };
}

function misuse(id: string): never {
  throw new UsageError({ id });
}

async function rowText({ file, row }: Wish, context: CommandContext): Promise<string> {
  const read = await readRow(path.resolve(context.cwd, file), row).catch((error: NodeJS.ErrnoException) => {
    const { code = error.message } = error;
    const id = code === 'ENOENT' || code === 'ENOTDIR' ? 'render.no-such-file' : 'render.unreadable';
    throw new UsageError({ id, args: { path: file, code } }, { cause: error });
  });
  if ('text' in read) return read.text;
  throw new HumanError('render.no-such-row', { path: file, row, rows: read.rows });
}

async function templateOf(
  wish: Wish,
  data: PyDict,
  context: CommandContext,
): Promise<{ template: string; specialTokens: Record<string, string> }> {
  const place = path.resolve(context.cwd, wish.template);
  const folder = wish.tokenizer === null ? place : path.resolve(context.cwd, wish.tokenizer);
  const templates = await asUsage(readChatTemplates(place), (id) => NAMED_WRONGLY.has(id));
  const { text } = chooseTemplate(templates, { tools: (data.getText('tools') ?? null) !== null });
  return { template: text, specialTokens: await readSpecialTokens(folder) };
}

/** A path of the command line that is not there or may not be read is wrong usage. */
const NAMED_WRONGLY: ReadonlySet<string> = new Set(['template.not-found', 'template.unreadable']);

function sentenceOf(
  { message, line, column, detail }: RenderError,
  row: number,
  context: CommandContext,
): Message {
  const own = detail === undefined ? null : { id: detail.id, args: detail.args ?? {} };
  const reason = own === null ? message : formatMessage(own, context.language);
  if (line === undefined || column === undefined)
    return { id: 'template.refused-nowhere', args: { row, reason } };
  return { id: 'template.refused', args: { row, line, column, reason } };
}

function refuse(message: Message, context: CommandContext): ExitCode {
  context.note(`tuning-fork: ${formatMessage(message, context.language)}\n`);
  return 1;
}
