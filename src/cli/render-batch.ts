import { answerBatchLine, refusal } from '../core/template/batch-request.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** The clock of a request that names none, unless `--now` is given. */
const FROZEN = '2026-11-24T09:30:00';
const FLUSH_AT = 1 << 16;

/** `render --batch`: answers every line of standard input with one line, in order, as they come. */
export async function renderBatch(context: CommandContext): Promise<ExitCode> {
  const now = context.nowGiven ? context.now : FROZEN;
  let pending = '';
  for await (const lines of lineGroups(context.stdin)) {
    for (const line of lines) {
      pending += `${answerLine(line, now)}\n`;
      if (pending.length >= FLUSH_AT) {
        await context.out(pending);
        pending = '';
      }
    }
    if (pending !== '') await context.out(pending);
    pending = '';
  }
  return 0;
}

function answerLine(bytes: Uint8Array, now: string): string {
  let line: string;
  try {
    line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refusal('null', 'the line is no UTF-8');
  }
  return answerBatchLine(line, now);
}

/** The lines that each chunk completes; a last line need not end. */
async function* lineGroups(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      lines.push(joined([...rest, chunk.subarray(start, end)]));
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [joined(rest)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
