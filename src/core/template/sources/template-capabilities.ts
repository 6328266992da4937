import * as v from 'valibot';
import { renderError } from '../render-request.ts';

/** Whether a part of the conversation comes out in the text, is left out without a word, or makes the template refuse. */
const treatment = v.picklist(['shown', 'dropped', 'refused']);

/** What a template was seen to do with small conversations of ours. */
const probed = v.object({
  kind: v.literal('probed'),
  /** `parts`: only lists of parts are rendered, as the templates of processors want them. */
  content: v.picklist(['text', 'parts']),
  /** `merged`: its text stands in the user's turn. */
  system: v.picklist(['kept', 'merged', 'dropped', 'refused']),
  multiTurn: treatment,
  /** Definitions of tools. */
  tools: treatment,
  toolCalls: treatment,
  toolResults: treatment,
  /** `last-turn`: thinking of earlier turns is left out, so the text of a turn changes when another follows. */
  reasoning: v.picklist(['every-turn', 'last-turn', 'dropped']),
  /** Variables for thinking, of those in use, that change the text. */
  thinkingSwitches: v.array(v.string()),
  /** `{% generation %}`: none, around every answer, around some of them, or around what is no answer. */
  answerMarks: v.picklist(['none', 'answers', 'some', 'misplaced']),
  /** Whether the marks of an answer reach over what ends its turn: a model that is not trained on that may never stop. */
  endOfTurn: v.picklist(['marked', 'unmarked', 'not-asked']),
  /** Whether a tool's result leaves the text before it as it was, as TRL needs; TRL does not ask where no tools can be called. */
  prefix: v.picklist(['kept', 'changed', 'not-asked']),
});
export type ProbedTemplate = v.InferOutput<typeof probed>;

/** What a template supports; `refused` if it renders not even a question. */
export const templateCapabilities = v.variant('kind', [
  probed,
  v.object({ kind: v.literal('refused'), error: renderError }),
]);
export type TemplateCapabilities = v.InferOutput<typeof templateCapabilities>;

export const templateProbe = v.object({
  template: v.string(),
  specialTokens: v.record(v.string(), v.string()),
});
/** A template to be probed. */
export type TemplateProbe = v.InferOutput<typeof templateProbe>;
