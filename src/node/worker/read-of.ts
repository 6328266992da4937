import type { SourceRow } from '../../core/dataset/prepare/source-row.ts';
import { HumanError } from '../../core/text/human-error.ts';
import type { Message } from '../../core/text/message.ts';
import { fileRefusal } from '../dataset/prepare/file-refusal.ts';
import { firstRows } from '../dataset/prepare/first-rows.ts';

/** What the first rows of a file say, or why they cannot be read. */
export async function readOf<T>(
  input: string,
  say: (rows: readonly SourceRow[]) => T,
): Promise<{ kind: 'read'; value: T } | { kind: 'refused'; message: Message }> {
  try {
    return { kind: 'read', value: say(await firstRows(input)) };
  } catch (error) {
    const refusal = error instanceof HumanError ? error : fileRefusal(error, input, [input]);
    if (refusal === null) throw error;
    return { kind: 'refused', message: refusal.detail };
  }
}
