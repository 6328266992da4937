import type { Random } from './random.ts';

const TEXTS = [
  '',
  'Hi',
  'Hello.',
  '안녕 😀',
  '  padded \n',
  'a\nb',
  '<think>\nhm \n</think>\n\n4',
  '<b>&',
  '{{ x }}',
  'x\r\ny',
  '\u00a0z\u0085',
  '<|im_start|>',
  'CONTINUE_FINAL_MESSAGE_TAG',
  '%s {}',
];
const NUMBERS = [
  '1',
  '1.0',
  '-0.0',
  '1e400',
  '1180591620717411303424',
  '1e-7',
  '12345678901234567890.5',
  '-7',
  '0',
];

const TOOLS =
  '[{"type": "function", "function": {"name": "f", "description": "d <x> & é", "parameters": {"type": "object", "properties": {"city": {"type": "string", "default": 1.0}, "items": {"type": ["string", "null"], "enum": ["a", null]}}, "required": ["city"]}}}]';

/** JSON texts of what `apply_chat_template` is called with: numbers stay as they are written. */
export class Conversations {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** The members of a request besides template and kwargs, as JSON by name. */
  request(): [string, string][] {
    const { random } = this;
    const parts: [string, string][] = [['messages', this.messages()]];
    if (random.chance(0.2)) parts.push(['tools', random.chance(0.9) ? TOOLS : this.tools()]);
    if (random.chance(0.1))
      parts.push(['documents', random.pick(['[{"title": "t", "text": "x"}]', '[]', '[1]', 'null', '{}'])]);
    if (random.chance(0.3)) parts.push(['add_generation_prompt', 'true']);
    else if (random.chance(0.1))
      parts.push([
        'continue_final_message',
        random.pick(['true', 'true', '"content"', '"reasoning_content"', '"thinking"', '"nope"', '""']),
      ]);
    for (const name of ['bos_token', 'eos_token', 'pad_token'])
      if (random.chance(0.6)) parts.push([name, random.pick(['"<s>"', '"</s>"', '"[END]"'])]);
    if (random.chance(0.1))
      parts.push([
        'now',
        random.pick(['"2024-02-29T00:05:09"', '"1999-12-31T23:59:59"', '"2026-01-01T12:00:00"']),
      ]);
    return parts;
  }

  private text(): string {
    return JSON.stringify(this.random.pick(TEXTS));
  }

  private content(): string {
    const { random } = this;
    if (random.chance(0.8)) return this.text();
    return random.pick([
      'null',
      `[{"type": "text", "text": ${this.text()}}, {"type": "image"}]`,
      '[]',
      random.pick(NUMBERS),
      '{"a": 1.0}',
      `[${this.text()}]`,
    ]);
  }

  messages(): string {
    const { random } = this;
    if (random.chance(0.02)) return random.pick(['[]', '[1]', '["a"]', '{}', 'null']);
    const roles = ['user', 'assistant', 'user', 'assistant', 'system', 'tool'];
    const count = 1 + random.below(4);
    return `[${Array.from({ length: count }, (_, i) => this.message(random.chance(0.8) ? (roles[i % 2] ?? 'user') : random.pick(roles))).join(', ')}]`;
  }

  private message(role: string): string {
    const { random } = this;
    const members = [`"role": "${role}"`, `"content": ${this.content()}`];
    if (random.chance(0.1))
      members.push(
        `"${random.pick(['reasoning_content', 'thinking', 'reasoning'])}": ${random.pick([this.text(), 'null', '1'])}`,
      );
    if (random.chance(0.1))
      members.push(
        `"tool_calls": [{"id": "c", "type": "function", "function": {"name": "f", "arguments": ${random.pick(['{"a": 1.0, "b": [null]}', '"{}"', '{}'])}}}]`,
      );
    if (random.chance(0.1)) members.push(`"x": ${random.pick([...NUMBERS, 'null', 'true', '{"k": null}'])}`);
    if (random.chance(0.05)) members.reverse();
    return `{${members.join(', ')}}`;
  }

  private tools(): string {
    return this.random.pick([
      '[]',
      'null',
      TOOLS,
      '[{"name": "g", "parameters": {}}, {"function": {"name": "h"}}]',
      '["f"]',
      '{"a": 1}',
    ]);
  }
}
