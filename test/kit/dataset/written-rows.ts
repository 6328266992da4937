import fc from 'fast-check';

/** Rows in as many ways of writing, with `…` where a text stands, and `#` where a number does. */
export const WAYS = [
  '{"messages":[{"role":"user","content":"…"},{"role":"assistant","content":"…"}]}',
  '{"messages": [{"content": "…", "role": "system"}, {"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}], "source": "…"}\r',
  '{"prompt": "…", "completion": "…"}',
  ' {"completion":"…","prompt":"…"} ',
  '{"instruction":"…","input":"","output":"…","note":null}',
  '{"instruction":"…","input":"…","output":"…"}',
  '{"text":"…"}',
  '{"conversations":[{"from":"human","value":"…"},{"from":"gpt","value":"…"}]}',
  '{"id": "…", "conversations": [{"from": "system", "value": "…"}, {"value": "…", "from": "human"}, {"from": "gpt", "value": "…"}]}',
  '{"question": "…", "answer": "…"}',
  '{"instructions": "…", "context": "…", "output": "…"}',
  '{"id":#,"messages":[{"role":"user","content":"…"},{"role":"assistant","content":"…"}]}',
  '{"prompt": "…", "turns": # , "completion": "…", "id": #}',
] as const;

/** Integers that a row may have and be recognised, and numbers that leave it to the parser. */
const INTEGERS = ['0', '17', '-3', '999999999999999', '-123456789012345'];
const NUMBERS = [...INTEGERS, '1234567890123456', '1.5', '1.0', '-0', '3e2', '12345678901234567890'];

/** A row in one of the ways, with these JSON strings as its texts; they are used again where there are too few. */
export function written(way: string, literals: readonly string[]): string {
  let n = 0;
  const numbers = literals.some((each) => each.length % 3 === 1) ? NUMBERS : INTEGERS;
  return way.replaceAll(/"…"|#/g, (each) => {
    const next = literals[n++ % literals.length] ?? '""';
    return each === '#' ? (numbers[next.length % numbers.length] ?? '0') : next;
  });
}

/** JSON strings as files have them: with more escapes than need be, in either case, or with none but those that must be. */
export const literal = fc
  .tuple(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'Why is the sky blue?',
            '안녕하세요.',
            '\n',
            ' ',
            '\u3000',
            '"',
            '\\',
            '/',
            '😀',
            '-3e2',
            'true',
            '{',
            '}',
          ),
        )
        .map((parts) => parts.join('')),
    ),
    fc.constantFrom('as JSON.stringify', 'no ASCII escaped', 'all escaped', 'slashes escaped'),
    // so that each character stands at all places of a vector
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)),
  )
  .map(([text, way, before]) =>
    escapedIn(JSON.stringify((before % 2 === 0 ? 'a' : '가a').repeat(before) + text), way),
  );

function escapedIn(json: string, way: string): string {
  if (way === 'slashes escaped') return json.replaceAll('/', '\\/');
  if (way === 'as JSON.stringify') return json;
  const pattern = way === 'all escaped' ? /[^"\\\u0000-\u001f\\nrtbfu0-9a-f]/g : /[^\u0000-\u007f]/g;
  return json.replaceAll(pattern, (unit) =>
    Array.from(
      { length: unit.length },
      (_, n) => `\\u${unit.charCodeAt(n).toString(16).toUpperCase().padStart(4, '0')}`,
    ).join(''),
  );
}
