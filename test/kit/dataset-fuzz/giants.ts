import { closeSync, openSync, writeSync } from 'node:fs';

/** A large file that is one long thing. */
export interface Giant {
  readonly name: string;
  readonly extension: 'jsonl' | 'json' | 'csv';
  readonly head: string;
  /** Comes so often that the file is as long. */
  readonly again: string;
  readonly tail: string;
}

const TURNS = '{"role": "user", "content": "Hi there"}, {"role": "assistant", "content": "Hello"}, ';

export const giants: readonly Giant[] = [
  jsonl('one long text', '{"text": "', 'words ', 'end"}\n'),
  jsonl('a Korean text without an end', '{"text": "', '한국어 문장입니다. '),
  jsonl('escapes', '{"text": "', '\\u00e9\\n\\ud83d\\ude00', '"}'),
  jsonl('a number', '{"text": "a", "n": ', '9', '}'),
  jsonl('spaces', '', ' '),
  jsonl('NULs', '', '\0'),
  jsonl('brackets', '', '['),
  jsonl('objects in objects', '', '{"a":'),
  jsonl('one conversation', '{"messages": [', TURNS, '{"role": "user", "content": "Bye"}]}'),
  jsonl('one conversation without a finding', '{"messages": [', TURNS, `${TURNS.slice(0, -2)}]}`),
  jsonl('one list of numbers', '{"text": "a", "n": [', '1.0, ', '2]}'),
  {
    name: 'one object over lines',
    extension: 'json',
    head: '{"messages": [\n',
    again: `${TURNS}\n`,
    tail: '{"role": "user", "content": "Bye"}]}\n',
  },
  { name: 'a field without an end', extension: 'csv', head: 'text\n"', again: 'a,\n', tail: '' },
];

function jsonl(name: string, head: string, again: string, tail = ''): Giant {
  return { name: `one line: ${name}`, extension: 'jsonl', head, again, tail };
}

/** Writes it, some megabytes at once. */
export function writeGiant(file: string, { head, again, tail }: Giant, bytes: number): void {
  const piece = Buffer.from(again.repeat(Math.ceil(1_000_000 / again.length)));
  const handle = openSync(file, 'w');
  writeSync(handle, head);
  for (let written = 0; written < bytes; written += piece.length) writeSync(handle, piece);
  writeSync(handle, tail);
  closeSync(handle);
}
