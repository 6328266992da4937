import fs from 'node:fs/promises';
import { compareFailure } from '../../core/compare/compare-failure.ts';
import { redactSecrets } from '../../core/run/redact-secrets.ts';
import type { Message } from '../../core/text/message.ts';

const tailCharacters = 64 * 1024;
const memory = /^.*(?:out of memory|Cannot allocate memory|can't allocate memory|bad_alloc).*$/im;
const missing = /^.*No module named '?([\w.]+)'?.*$/m;

/**
 * Why a comparing process ended that did not say so itself: by the signal that ended it, else by its log.
 * @param log path of its output
 */
export async function silentEnd(signal: NodeJS.Signals | null, log: string): Promise<Message> {
  if (signal !== null) return compareFailure({ cause: 'killed', message: signal });
  const text = await fs.readFile(log, 'utf8').catch(() => '');
  const tail = redactSecrets(text.slice(-tailCharacters));
  const module = missing.exec(tail)?.[1];
  if (module !== undefined) {
    return compareFailure({ cause: 'missing-package', message: `No module named ${module}.` });
  }
  const words = memory.exec(tail)?.[0].trim();
  if (words !== undefined) return compareFailure({ cause: 'out-of-memory', message: words });
  return { id: 'compare.failed.silent', args: { path: log } };
}
