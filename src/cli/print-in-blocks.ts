import type { CommandContext } from './command.ts';

/** So many are written at once: together they fit into one text, and a slow reader is waited for. */
const BLOCK = 2000;

/** Prints a text for each of many. */
export async function printInBlocks<T>(
  items: readonly T[],
  text: (item: T) => string,
  { out }: Pick<CommandContext, 'out'>,
): Promise<void> {
  for (let at = 0; at < items.length; at += BLOCK)
    await out(
      items
        .slice(at, at + BLOCK)
        .map(text)
        .join(''),
    );
}
