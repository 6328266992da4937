import * as assert from 'node:assert/strict';

const PATIENCE_MS = 15_000;

/** Asks again until the answer satisfies: what the workbench does reaches the extension host a moment later. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) assert.fail(`still ${JSON.stringify(answer)} after ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
