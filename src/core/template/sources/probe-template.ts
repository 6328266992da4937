import { renderChatTemplate } from '../render-chat-template.ts';
import type { RenderResult } from '../render-request.ts';
import { likeTrl } from './trl-tool-checks.ts';
import type { ProbedTemplate, TemplateCapabilities, TemplateProbe } from './template-capabilities.ts';

/** A message of a probe; its content becomes a list of parts where the template wants one. */
interface ProbeMessage {
  readonly role: string;
  readonly content: string;
  readonly [key: string]: unknown;
}
type Content = ProbedTemplate['content'];
type Treatment = ProbedTemplate['multiTurn'];

/** The clock of probes stands still: what a template supports does not depend on the day. */
const PROBE_NOW = '2026-01-02T03:04:05';

const FIRST = 'Zquestionone';
const SECOND = 'Zquestiontwo';
const ANSWER = 'Zanswerone';
const LAST_ANSWER = 'Zanswertwo';
const RULES = 'Zsystemrules';
const THOUGHT = 'Zthoughtone';
const LAST_THOUGHT = 'Zthoughttwo';
const TOOL = 'zlookup';
const ARGUMENT = 'Zargument';
const RESULT = 'Zresult';

const user = (content: string): ProbeMessage => ({ role: 'user', content });
const assistant = (content: string, more: object = {}): ProbeMessage => ({
  role: 'assistant',
  content,
  ...more,
});
const twoTurns = [user(FIRST), assistant(ANSWER), user(SECOND), assistant(LAST_ANSWER)];
const tool = {
  type: 'function',
  function: {
    name: TOOL,
    description: 'looks a word up',
    parameters: {
      type: 'object',
      properties: { word: { type: 'string', description: 'the word' } },
      required: ['word'],
    },
  },
};

/**
 * What a template supports, found by rendering small conversations and comparing their texts. Each counts as its own: a template
 * that refuses one may render the others.
 */
export function probeTemplate(request: TemplateProbe): TemplateCapabilities {
  const probe = chooseProbe(request);
  const plain = probe.render([user(FIRST)]);
  if (!plain.ok) return { kind: 'refused', error: plain.error };
  return {
    kind: 'probed',
    content: probe.content,
    system: systemOf(probe, plain.text),
    multiTurn: treatmentOf(probe.render(twoTurns), [FIRST, ANSWER, SECOND, LAST_ANSWER]),
    tools: treatmentOf(probe.render([user(FIRST)], { tools: [tool] }), [TOOL]),
    ...toolUseOf(probe),
    reasoning: reasoningOf(probe),
    thinkingSwitches: switchesOf(probe),
    answerMarks: marksOf(probe),
    endOfTurn: endOfTurnOf(probe),
    prefix: likeTrl((messages, addGenerationPrompt) => probe.render(messages, { addGenerationPrompt })),
  };
}

/** Some templates render no text but only lists of parts, or pass over the text without a word. */
function chooseProbe(request: TemplateProbe): Probe {
  const asText = new Probe(request, 'text');
  const plain = asText.render([user(FIRST)]);
  const ended = !plain.ok && plain.error.detail !== undefined;
  if (ended || treatmentOf(plain, [FIRST]) === 'shown') return asText;
  const inParts = new Probe(request, 'parts');
  return treatmentOf(inParts.render([user(FIRST)]), [FIRST]) === 'shown' ? inParts : asText;
}

interface ProbeOptions {
  readonly tools?: readonly object[];
  readonly kwargs?: Readonly<Record<string, unknown>>;
  readonly addGenerationPrompt?: boolean;
}

class Probe {
  readonly #request: TemplateProbe;
  readonly content: Content;

  constructor(request: TemplateProbe, content: Content) {
    this.#request = request;
    this.content = content;
  }

  render(messages: readonly ProbeMessage[], options: ProbeOptions = {}): RenderResult {
    const { tools = null, kwargs = {}, addGenerationPrompt = false } = options;
    const shaped = this.content === 'text' ? messages : messages.map(inParts);
    const data = JSON.stringify({ messages: shaped, tools, kwargs });
    return renderChatTemplate({ ...this.#request, data, addGenerationPrompt, now: PROBE_NOW });
  }

  /** The text, or null where the template refuses. */
  text(messages: readonly ProbeMessage[], options?: ProbeOptions): string | null {
    const result = this.render(messages, options);
    return result.ok ? result.text : null;
  }
}

function inParts(message: ProbeMessage): ProbeMessage {
  return { ...message, content: [{ type: 'text', text: message.content }] as unknown as string };
}

function treatmentOf(result: RenderResult, wanted: readonly string[]): Treatment {
  if (!result.ok) return 'refused';
  return wanted.every((each) => result.text.includes(each)) ? 'shown' : 'dropped';
}

/** Merged: all that stands before a question without a system message stands before the system's text. */
function systemOf(probe: Probe, plain: string): ProbedTemplate['system'] {
  const text = probe.text([{ role: 'system', content: RULES }, user(FIRST)]);
  if (text === null) return 'refused';
  const at = text.indexOf(RULES);
  if (at === -1) return 'dropped';
  const opening = plain.slice(0, Math.max(0, plain.indexOf(FIRST))).trimEnd();
  return opening !== '' && text.slice(0, at).startsWith(opening) ? 'merged' : 'kept';
}

/** Some templates want the arguments as JSON text, some want ids: each is tried, since rows can have them. */
function toolUseOf(probe: Probe): Pick<ProbedTemplate, 'toolCalls' | 'toolResults'> {
  const argumentsAs = [{ word: ARGUMENT }, JSON.stringify({ word: ARGUMENT })];
  const ids = [
    { call: {}, result: {} },
    { call: { id: 'zcall0001' }, result: { tool_call_id: 'zcall0001' } },
  ];
  const called = { toolCalls: 'refused', toolResults: 'refused' } as {
    toolCalls: Treatment;
    toolResults: Treatment;
  };
  for (const id of ids) {
    for (const given of argumentsAs) {
      const call = { type: 'function', function: { name: TOOL, arguments: given }, ...id.call };
      const turn = [user(FIRST), assistant('', { tool_calls: [call] })];
      const answer = { role: 'tool', name: TOOL, content: RESULT, ...id.result };
      const after = [...turn, answer, assistant(LAST_ANSWER)];
      called.toolCalls = better(called.toolCalls, treatmentOf(probe.render(turn), [TOOL, ARGUMENT]));
      called.toolResults = better(called.toolResults, treatmentOf(probe.render(after), [RESULT]));
    }
  }
  return called;
}

const ranks: readonly Treatment[] = ['refused', 'dropped', 'shown'];

function better(one: Treatment, other: Treatment): Treatment {
  return ranks.indexOf(other) > ranks.indexOf(one) ? other : one;
}

/** Known names of switches for thinking, each with the values that are tried. */
const switches: Readonly<Record<string, readonly unknown[]>> = {
  enable_thinking: [true, false],
  thinking: [true, false],
  reasoning_effort: ['low', 'high'],
};

function switchesOf(probe: Probe): string[] {
  const text = (name: string, value: unknown): string | null =>
    probe.text(twoTurns.slice(0, 3), { kwargs: { [name]: value }, addGenerationPrompt: true });
  return Object.keys(switches).filter((name) => {
    const texts = (switches[name] ?? []).map((value) => text(name, value));
    return new Set(texts.filter((each) => each !== null)).size > 1;
  });
}

/** Where thinking is shown only when it is asked for, it is asked for. */
function reasoningOf(probe: Probe): ProbedTemplate['reasoning'] {
  const messages = [
    user(FIRST),
    assistant(ANSWER, { reasoning_content: THOUGHT }),
    user(SECOND),
    assistant(LAST_ANSWER, { reasoning_content: LAST_THOUGHT }),
  ];
  const texts = [{}, { enable_thinking: true }, { thinking: true }].map(
    (kwargs) => probe.text(messages, { kwargs }) ?? '',
  );
  if (texts.some((text) => text.includes(THOUGHT) && text.includes(LAST_THOUGHT))) return 'every-turn';
  return texts.some((text) => text.includes(LAST_THOUGHT)) ? 'last-turn' : 'dropped';
}

function marksOf(probe: Probe): ProbedTemplate['answerMarks'] {
  const turns = probe.render(twoTurns);
  const marked = markedTexts(turns.ok ? turns : probe.render(twoTurns.slice(0, 2)));
  if (marked.length === 0) return 'none';
  const isMarked = (text: string): boolean => marked.some((span) => span.includes(text));
  if ([FIRST, SECOND].some(isMarked)) return 'misplaced';
  const answers = turns.ok ? [ANSWER, LAST_ANSWER] : [ANSWER];
  if (answers.every(isMarked)) return 'answers';
  return answers.some(isMarked) ? 'some' : 'misplaced';
}

/**
 * As TRL 1.16 looks (chat_template_utils.py:927): another message follows, since some templates end only then, and white space at the
 * end does not count. TRL asks the tokenizer whether the last token is an added one; here it is enough that it is not the answer's own.
 */
function endOfTurnOf(probe: Probe): ProbedTemplate['endOfTurn'] {
  const marked = markedTexts(probe.render(twoTurns.slice(0, 3)))
    .join('')
    .trimEnd();
  if (!marked.includes(ANSWER)) return 'not-asked';
  return marked.endsWith(ANSWER) ? 'unmarked' : 'marked';
}

/** The texts of the generation spans, which count code points. */
function markedTexts(result: RenderResult): string[] {
  if (!result.ok || result.spans === null) return [];
  const points = Array.from(result.text);
  return result.spans.map(([start, end]) => points.slice(start, end).join(''));
}
