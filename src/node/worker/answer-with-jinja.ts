import { Template } from '@huggingface/jinja';
import * as v from 'valibot';
import type { EngineRendering } from '../../core/template/engine-verdict.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';

/** Of the package that this file bundles; a test holds it. */
export const JINJA_VERSION = '0.5.11';

const requestData = v.looseObject({ kwargs: v.nullish(v.record(v.string(), v.unknown())) });

/**
 * What transformers.js makes of a request: JavaScript's JSON, the whole conversation as it stands, tools, documents, special tokens
 * and variables given to @huggingface/jinja (transformers.js 4, tokenization_utils.js, apply_chat_template). It knows no
 * `continue_final_message`: that is a variable like others.
 * @throws {SyntaxError} if JavaScript cannot read the data
 */
export function answerWithJinja(request: RenderRequest): EngineRendering {
  const { messages, tools = null, documents = null, kwargs } = v.parse(requestData, JSON.parse(request.data));
  const tokens = Object.entries(request.specialTokens ?? {}).filter(([, token]) => token !== '');
  const continued = request.continueFinalMessage ?? false;
  const variables = {
    messages,
    add_generation_prompt: request.addGenerationPrompt ?? false,
    tools,
    documents,
    ...Object.fromEntries(tokens),
    ...kwargs,
    ...(continued === false ? {} : { continue_final_message: continued }),
  };
  try {
    return { ok: true, text: atTime(request.now, () => new Template(request.template).render(variables)) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error), line: null };
  }
}

/** Runs a function with a clock that stands still: the package reads the time from nowhere but `new Date()`. */
function atTime<T>(now: string, run: () => T): T {
  const RealDate = globalThis.Date;
  const moment = new RealDate(now).getTime();
  class FrozenDate extends RealDate {
    constructor() {
      super(moment);
    }
  }
  globalThis.Date = FrozenDate as DateConstructor;
  try {
    return run();
  } finally {
    globalThis.Date = RealDate;
  }
}
