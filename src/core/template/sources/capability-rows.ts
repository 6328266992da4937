import type { Message } from '../../text/message.ts';
import type { ProbedTemplate, TemplateCapabilities } from './template-capabilities.ts';

/** How good news a value is: icons and colours go by it. */
type Verdict = 'yes' | 'partly' | 'no' | 'neutral';

/** One line about what a template supports. */
export interface CapabilityRow {
  readonly name: Message;
  readonly value: Message;
  readonly verdict: Verdict;
}

/** The lines about a template, in the order in which they are shown. */
export function capabilityRows(found: ProbedTemplate): CapabilityRow[] {
  return [
    row('content', `content.${found.content}`, 'neutral'),
    row('system', `system.${found.system}`, verdicts[found.system]),
    row('multi-turn', `treatment.${found.multiTurn}`, verdicts[found.multiTurn]),
    row('tools', `treatment.${found.tools}`, verdicts[found.tools]),
    row('tool-calls', `treatment.${found.toolCalls}`, verdicts[found.toolCalls]),
    row('tool-results', `treatment.${found.toolResults}`, verdicts[found.toolResults]),
    row('reasoning', `reasoning.${found.reasoning}`, verdicts[found.reasoning]),
    switches(found.thinkingSwitches),
    row('marks', `marks.${found.answerMarks}`, verdicts[found.answerMarks]),
    row('end-of-turn', `end-of-turn.${found.endOfTurn}`, verdicts[found.endOfTurn]),
    row('prefix', `prefix.${found.prefix}`, verdicts[found.prefix]),
  ];
}

/** The sentence for one that renders nothing; null for any other. */
export function refusalMessage(found: TemplateCapabilities): Message | null {
  if (found.kind !== 'refused') return null;
  const { detail, message } = found.error;
  const reason = detail === undefined ? message : { id: detail.id, args: detail.args };
  return { id: 'templates.refused', args: { reason } };
}

const verdicts: Readonly<
  Record<
    ProbedTemplate['system' | 'multiTurn' | 'reasoning' | 'answerMarks' | 'endOfTurn' | 'prefix'],
    Verdict
  >
> = {
  kept: 'yes',
  merged: 'partly',
  dropped: 'no',
  refused: 'no',
  shown: 'yes',
  'every-turn': 'yes',
  'last-turn': 'partly',
  answers: 'yes',
  some: 'partly',
  none: 'no',
  misplaced: 'no',
  marked: 'yes',
  unmarked: 'no',
  changed: 'no',
  'not-asked': 'neutral',
};

function row(name: string, value: string, verdict: Verdict): CapabilityRow {
  return { name: { id: `templates.row.${name}` }, value: { id: `templates.${value}` }, verdict };
}

/** Names of variables are the same in every language. */
function switches(names: readonly string[]): CapabilityRow {
  const name = { id: 'templates.row.switches' };
  if (names.length === 0) return { name, value: { id: 'templates.switches.none' }, verdict: 'neutral' };
  return {
    name,
    value: { id: 'templates.switches.named', args: { names: names.join(', ') } },
    verdict: 'yes',
  };
}
