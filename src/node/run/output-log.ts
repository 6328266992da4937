import path from 'node:path';
import { redactSecrets } from '../../core/run/redact-secrets.ts';
import { openIfThere } from './open-if-there.ts';
import { runFiles } from './run-directory.ts';

const pieceBytes = 256 * 1024;
// A line that never ends is cut, so that a log without line breaks needs no memory of its own size.
const longestLine = 4 * pieceBytes;

/** Reads a run's output.log as it grows, in whole lines and with secrets hidden. */
export class OutputLog {
  readonly #file: string;
  #offset = 0;

  constructor(directory: string) {
    this.#file = path.join(directory, runFiles.output);
  }

  /**
   * What was added since the last call. A last line without its end is held back, because half a secret is not recognised,
   * unless `last` says that no more will come.
   */
  async *read(last: boolean): AsyncGenerator<string> {
    const handle = await openIfThere(this.#file, 'r');
    if (handle === null) return;
    try {
      let held = Buffer.alloc(0);
      for (;;) {
        const piece = Buffer.alloc(pieceBytes);
        const { bytesRead } = await handle.read(piece, 0, pieceBytes, this.#offset + held.length);
        const bytes = Buffer.concat([held, piece.subarray(0, bytesRead)]);
        const ended = bytesRead === 0 && last;
        const whole = ended || bytes.length > longestLine ? bytes.length : lastLineEnd(bytes);
        if (whole > 0) yield redactSecrets(bytes.toString('utf8', 0, whole));
        this.#offset += whole;
        held = bytes.subarray(whole);
        if (bytesRead === 0) return;
      }
    } finally {
      await handle.close();
    }
  }
}

/** A progress bar ends its lines with a carriage return alone. */
function lastLineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
}
