import { strip } from './methods/text-strip.ts';
import { REASONING_FIELDS } from './conversation.ts';
import { typeError, valueError } from './template-fault.ts';
import { PyDict } from './values/dict.ts';
import { equals } from './values/compare.ts';
import type { Value } from './values/value.ts';

const TAG = 'CONTINUE_FINAL_MESSAGE_TAG ';

/** A text that a mark was put behind. */
export interface MarkedText {
  readonly text: string;
  readonly marked: string;
}

/**
 * Marks where the final message ends; gives its text. As chat_template_utils.py:777 does it. What the conversation's own dicts hold is
 * copied before it is changed.
 */
export function markFinalMessage(
  conversation: readonly PyDict[],
  field: string,
  template: string,
): MarkedText {
  const last = conversation.at(-1);
  const content = last?.getText(field);
  if (last === undefined || content === undefined) {
    return valueError(`continue_final_message is set but the final message has no "${field}" to continue!`);
  }
  const fields = continuedFields(last, field, content);
  if (!fields.some((each) => template.includes(each))) {
    return valueError(
      `continue_final_message is set to "${field}" but this is not an accepted field in the chat_template`,
    );
  }
  if (Array.isArray(content)) {
    const { blocks, ...text } = markLastText(content);
    for (const each of fields) last.setText(each, blocks);
    return text;
  }
  if (typeof content !== 'string') return typeError('the final message to continue is no text');
  const marked = `${content}${TAG}`;
  for (const each of fields) last.setText(each, marked);
  return { text: content, marked };
}

/** Reasoning was copied under several names: every copy is marked. */
function continuedFields(last: PyDict, field: string, content: Value): readonly string[] {
  if (!REASONING_FIELDS.some((name) => name === field)) return [field];
  return REASONING_FIELDS.filter((name) => {
    const copy = last.getText(name);
    return copy !== undefined && equals(copy, content);
  });
}

function markLastText(blocks: readonly Value[]): MarkedText & { readonly blocks: Value[] } {
  const at = blocks.findLastIndex((each) =>
    each instanceof PyDict ? each.has('text') : typeof each === 'string' && each.includes('text'),
  );
  if (at < 0) {
    return valueError(
      'continue_final_message is set but we could not find any text to continue in the final message!',
    );
  }
  const block = blocks[at];
  const text = block instanceof PyDict ? block.getText('text') : undefined;
  if (!(block instanceof PyDict) || typeof text !== 'string')
    return typeError('the final message to continue is no text');
  const marked = `${text}${TAG}`;
  const copy = block.copy();
  copy.setText('text', marked);
  return { text, marked, blocks: blocks.with(at, copy) };
}

/** Cuts the rendered text at the mark. */
export function cutAtFinalMessage(rendered: string, finalMessage: string): string {
  const tag = TAG.trimEnd();
  if (!rendered.includes(strip(finalMessage, null, 'both')) || !rendered.includes(tag)) {
    return valueError(
      'continue_final_message is set but the final message does not appear in the chat after applying the chat template! ' +
        'This can happen if the chat template deletes portions of the final message. ' +
        'Please verify the chat template and final message in your chat to ensure they are compatible.',
    );
  }
  const at = rendered.lastIndexOf(tag);
  const cut = rendered.slice(0, at);
  return rendered.startsWith(TAG, at) ? cut : strip(cut, null, 'right');
}
