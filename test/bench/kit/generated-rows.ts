import { once } from 'node:events';
import fs from 'node:fs';

const WORDS =
  'the model learns what you show it and forgets nothing that was repeated often enough in rows with short answers about weather code music history cooking travel'.split(
    ' ',
  );

/** Writes a file of short conversations, about 250 bytes a row, until it has so many bytes. The same every time. */
export async function writeConversations(file: string, bytes: number): Promise<void> {
  const random = generator(7);
  const text = (words: number): string =>
    Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(' ');
  const out = fs.createWriteStream(file);
  let written = 0;
  for (let row = 1; written < bytes;) {
    let block = '';
    for (; block.length < 1 << 20; row += 1) {
      const messages = [
        { role: 'user', content: `${row} ${text(4 + random(12))}?` },
        { role: 'assistant', content: `${text(6 + random(25))}.` },
      ];
      block += `${JSON.stringify({ messages })}\n`;
    }
    written += block.length;
    if (!out.write(block)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Writes rows that have several findings each: an empty turn, an odd role, no answer. */
export async function writeFaultyRows(file: string, rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, (_, n) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: '' },
        { role: 'usr', content: `${n}` },
      ],
    }),
  );
  await fs.promises.writeFile(file, `${lines.join('\n')}\n`);
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}
