import { allStatements } from '../../compile/inner-statements.ts';
import type { Expression, Statement } from '../../syntax/nodes.ts';
import type { TemplateRule } from '../template-finding.ts';
import type { Range } from '../variable.ts';

/** The beginning of an assistant's turn as model families write it. */
const HEADER =
  /<\|(?:im_start|start_header_id|start_of_role|role_start|start|turn|START_OF_TURN_TOKEN)\|>|<start_of_turn>|<\|(?:assistant|ASSISTANT|CHATBOT_TOKEN)\|>/;

/** A generation block that begins with the turn's header: the model learns to write what the generation prompt gives it already. */
export const headerInGeneration: TemplateRule = {
  id: 'header-in-generation',
  severity: 'warning',
  check({ body }, report) {
    for (const node of allStatements(body)) {
      if (node.kind !== 'generation') continue;
      const first = firstText(node.body);
      const header = first === null ? null : HEADER.exec(first.text);
      if (first === null || header === null) continue;
      const { start, end } = first;
      report({
        start,
        end,
        message: { id: 'template-rule.header-in-generation', args: { header: header[0] } },
      });
    }
  },
};

interface LiteralText extends Range {
  readonly text: string;
}

/** The text that a body writes first, if it is written out there. */
function firstText(body: readonly Statement[]): LiteralText | null {
  const first = body.find((node) => node.kind !== 'set' && (node.kind !== 'data' || node.text.trim() !== ''));
  if (first?.kind === 'data') return { text: first.text, start: first.start, end: first.end };
  return first?.kind === 'print' ? literalStart(first.node) : null;
}

function literalStart(node: Expression): LiteralText | null {
  if (node.kind === 'binary' && node.operator === '+') return literalStart(node.left);
  const [first] = node.kind === 'concat' ? node.nodes : [node];
  if (first === undefined) return null;
  if (first !== node) return literalStart(first);
  if (node.kind !== 'constant' || typeof node.value !== 'string') return null;
  return { text: node.value, start: node.start, end: node.end };
}
