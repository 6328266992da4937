import { describe, expect, it } from 'vitest';
import { parsePromptsFile } from '../../../src/core/compare/prompts-file.ts';
import { formatError } from '../../../src/core/text/format-message.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(path: string, content: Uint8Array): string {
  try {
    return JSON.stringify(parsePromptsFile(path, content));
  } catch (error) {
    return formatError(error, 'en');
  }
}

describe('parsePromptsFile', () => {
  it('takes a line of text for a prompt, and skips blank lines and remarks', () => {
    const text = '\uFEFF# questions\n\nWhy?\r\n  고양이는 무엇을 좋아합니까?\u2028 \n#no';
    expect(parsePromptsFile('prompts.txt', bytes(text))).toEqual([
      { messages: [{ role: 'user', content: 'Why?' }] },
      { messages: [{ role: 'user', content: '고양이는 무엇을 좋아합니까?' }] },
    ]);
  });

  it('takes the turns before the answer of a JSONL row', () => {
    const rows = [
      {
        messages: [
          { role: 'system', content: 's' },
          { role: 'user', content: 'u' },
          { role: 'assistant', content: 'a' },
        ],
      },
      { prompt: 'p', completion: 'c' },
      { prompt: [{ role: 'user', content: 'q' }] },
    ];
    const text = rows.map((row) => JSON.stringify(row)).join('\n\n');
    expect(parsePromptsFile('x.jsonl', bytes(text))).toEqual([
      {
        messages: [
          { role: 'system', content: 's' },
          { role: 'user', content: 'u' },
        ],
      },
      { messages: [{ role: 'user', content: 'p' }] },
      { messages: [{ role: 'user', content: 'q' }] },
    ]);
  });

  it.each([
    ['p.txt', bytes('one\n\ntwo'), '"two"'],
    ['p.txt', bytes(''), 'p.txt holds no prompts'],
    ['p.txt', bytes('# remarks\n \n'), 'p.txt holds no prompts'],
    ['p.txt', Uint8Array.of(0x61, 0x0a, 0x0a, 0xff, 0x0a), 'Line 3 of p.txt holds bytes that are no UTF-8'],
    ['p.txt', Uint8Array.of(0x61, 0x0a, 0xea, 0xb3), 'Line 2 of p.txt holds bytes'],
    ['p.jsonl', bytes('{"prompt":"a"}\n{'), 'Line 2 of p.jsonl is no JSON'],
    ['p.jsonl', bytes('{"text":"a"}'), 'Line 1 of p.jsonl has neither messages nor a prompt'],
    ['p.jsonl', bytes('{"messages":[]}'), 'Line 1 of p.jsonl has neither messages nor a prompt'],
  ])('%s: %j → %s', (path, content, sentence) => {
    expect(refusal(path, content)).toContain(sentence);
  });
});
