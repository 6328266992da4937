import { asFault, compiled } from './compile-cache.ts';
import { cutAtFinalMessage, markFinalMessage, type MarkedText } from './continue-final-message.ts';
import { checkDocuments, checkTools, normalizeConversation } from './conversation.ts';
import { newContext } from './globals.ts';
import { JsonFault, parsePythonJson } from './python-json.ts';
import type { RenderRequest, RenderResult } from './render-request.ts';
import { Runtime } from './runtime.ts';
import { placeOf } from './syntax/place.ts';
import { typeError, valueError, type TemplateFault } from './template-fault.ts';
import type { Tracer } from './trace/tracer.ts';
import { getAttribute, getItem } from './values/access.ts';
import { PyDict } from './values/dict.ts';
import { isTrue } from './values/truth.ts';
import type { Value } from './values/value.ts';

/** Parameters of apply_chat_template and of the template's render call: as keyword arguments they would be given twice. */
const TAKEN = new Set([
  'self',
  'conversation',
  'messages',
  'tools',
  'documents',
  'chat_template',
  'add_generation_prompt',
  'continue_final_message',
  'tokenize',
]);
/** Parameters of apply_chat_template that never reach the template. */
const SWALLOWED = new Set([
  'padding',
  'truncation',
  'max_length',
  'return_tensors',
  'return_dict',
  'tokenizer_kwargs',
  'return_assistant_tokens_mask',
]);

/**
 * What transformers' `apply_chat_template(tokenize=False)` makes of a request, or how it refuses it. Never throws for what a
 * template or its data does; a template that does not end is ended by counted limits.
 */
export function renderChatTemplate(request: RenderRequest): RenderResult {
  const { data: json, ...settings } = request;
  try {
    const data = parsePythonJson(json);
    return data instanceof PyDict ? renderData(settings, data) : NO_OBJECT;
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, error: { message: error.message } };
    throw error;
  }
}

const NO_OBJECT: RenderResult = { ok: false, error: { message: 'the data of a request is no object' } };

/** A request without its data, which have been read already. */
export type RenderSettings = Omit<RenderRequest, 'data'>;

/** As `renderChatTemplate`, for data that have been read: a dict with `messages`, `tools`, `documents` and `kwargs`. */
export function renderData(settings: RenderSettings, data: PyDict): RenderResult {
  return renderWith(settings, data, null);
}

/** As `renderData`; `trace` follows where the text comes from. */
export function renderWith(settings: RenderSettings, data: PyDict, trace: Tracer | null): RenderResult {
  const entry = compiled(settings.template, trace !== null);
  if ('fault' in entry) return refused(entry.fault, entry.source, null);
  let runtime: Runtime | null = null;
  try {
    const conversation = normalizeConversation(data.getText('messages'));
    const finalMessage = markContinued(settings, conversation);
    if (finalMessage !== null) trace?.addMarked(finalMessage.marked, finalMessage.text.length);
    const context = contextOf(settings, data, conversation, trace);
    const fields = { attribute: getAttribute, item: getItem };
    runtime = new Runtime(context, fields, settings.now, finalMessage === null, trace);
    entry.template.run(runtime);
    runtime.finish();
    const text = finalMessage === null ? runtime.out : cutAtFinalMessage(runtime.out, finalMessage.text);
    return { ok: true, text, spans: runtime.spans };
  } catch (error) {
    return refused(asFault(error), entry.source, runtime);
  }
}

function markContinued(request: RenderSettings, conversation: readonly PyDict[]): MarkedText | null {
  const wanted = request.continueFinalMessage ?? false;
  if (wanted === false || wanted === '') return null;
  if (request.addGenerationPrompt === true) {
    return valueError(
      'continue_final_message and add_generation_prompt are not compatible. Use continue_final_message when you want the model to continue the final message, ' +
        'and add_generation_prompt when you want to add a header that will prompt it to start a new assistant message instead.',
    );
  }
  return markFinalMessage(conversation, wanted === true ? 'content' : wanted, request.template);
}

function contextOf(
  request: RenderSettings,
  data: PyDict,
  conversation: PyDict[],
  trace: Tracer | null,
): Map<string, Value> {
  const context = newContext();
  const { specialTokens = {}, addGenerationPrompt = false } = request;
  for (const name of Object.keys(specialTokens)) context.set(name, specialTokens[name] ?? null);
  const variables: [string, Value][] = [
    ['messages', conversation],
    ['tools', checkTools(data.getText('tools'))],
    ['documents', checkDocuments(data.getText('documents'))],
  ];
  for (const [name, value] of keywordVariables(data.getText('kwargs') ?? null)) {
    context.set(name, value);
    trace?.addVariable(name, value, { parent: KWARGS, key: name });
  }
  for (const [name, value] of variables) {
    context.set(name, value);
    trace?.addVariable(name, value, { parent: null, key: name });
  }
  context.set('add_generation_prompt', addGenerationPrompt);
  return context;
}

const KWARGS = { parent: null, key: 'kwargs' };

function keywordVariables(kwargs: Value): [string, Value][] {
  if (kwargs === null) return [];
  if (!(kwargs instanceof PyDict)) return typeError('argument after ** must be a mapping');
  const variables: [string, Value][] = [];
  for (const [key, value] of kwargs.entries()) {
    const name = typeof key === 'string' ? key : '';
    if (TAKEN.has(name)) return typeError(`apply_chat_template() got multiple values for argument '${name}'`);
    if (name === 'return_assistant_tokens_mask' && isTrue(value)) {
      return valueError(
        '`return_assistant_tokens_mask=True` requires `return_dict=True` and `tokenize=True`',
      );
    }
    if (!SWALLOWED.has(name)) variables.push([name, value]);
  }
  return variables;
}

/** The line is the one that Python names, that of the statement; the column that of the operation if it stands on that line. */
function placeIn(
  source: string,
  fault: TemplateFault,
  runtime: Runtime | null,
): { line?: number; column?: number } {
  if (runtime === null) return fault.offset === null ? {} : placeOf(source, fault.offset);
  const statement = placeOf(source, runtime.mark);
  const operation = placeOf(source, fault.offset ?? runtime.at);
  return operation.line === statement.line ? operation : statement;
}

function refused(fault: TemplateFault, source: string, runtime: Runtime | null): RenderResult {
  const place = placeIn(source, fault, runtime);
  const index = runtime === null || runtime.message < 0 ? {} : { messageIndex: runtime.message };
  const detail = fault.detail === null ? {} : { detail: fault.detail };
  return { ok: false, error: { message: fault.message, ...place, ...index, ...detail } };
}
