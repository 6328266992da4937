import type { RenderResult } from '../render-request.ts';
import type { ProbedTemplate } from './template-capabilities.ts';

interface ToolMessage {
  readonly role: string;
  readonly content: string;
  readonly [key: string]: unknown;
}
type Render = (messages: readonly ToolMessage[], addGenerationPrompt: boolean) => RenderResult;

const NAME = 'tool_name_a8f3e2b1';
const KEY = 'tool_arg_key_b9d4f5c2';
const VALUE = 'tool_arg_val_d6e7a9f3';
const RESULT = 'tool_content_c4f9a8e2';

/**
 * What TRL 1.16 finds out before it trains with tools: whether a template can render a call and its result
 * (chat_template_utils.py:800 supports_tool_calling), and, only then, whether the text before a result stays as it was when the result
 * comes (:866 is_chat_template_prefix_preserving). TRL compares token ids: without merges over the border, the same as texts.
 */
export function likeTrl(render: Render): ProbedTemplate['prefix'] {
  if (!supportsToolCalling(render)) return 'not-asked';
  const texts = withArguments({}, (given) => {
    const [question, call, result] = exchange('dummy', 'dummy', given, 'dummy');
    const before = render([question, call], false);
    const after = render([question, call, result], true);
    return before.ok && after.ok ? [before.text, after.text] : null;
  });
  const [before, after] = texts ?? [];
  return before !== undefined && after?.startsWith(before) === true ? 'kept' : 'changed';
}

function supportsToolCalling(render: Render): boolean {
  const text = withArguments({ [KEY]: VALUE }, (given) => {
    const result = render(exchange('hi', NAME, given, RESULT), false);
    return result.ok ? result.text : null;
  });
  return text !== null && [NAME, KEY, VALUE, RESULT].every((each) => text.includes(each));
}

/** With an object first; as JSON text where the template refuses that, as DeepSeek's does. */
function withArguments<T>(given: object, attempt: (given: object | string) => T | null): T | null {
  return attempt(given) ?? attempt(JSON.stringify(given));
}

function exchange(
  question: string,
  name: string,
  given: object | string,
  result: string,
): [ToolMessage, ToolMessage, ToolMessage] {
  const calls = [{ type: 'function', function: { name, arguments: given } }];
  return [
    { role: 'user', content: question },
    { role: 'assistant', content: '', tool_calls: calls },
    { role: 'tool', name, content: result },
  ];
}
