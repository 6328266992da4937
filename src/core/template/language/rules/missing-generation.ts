import { allStatements } from '../../compile/inner-statements.ts';
import { everyExpression } from '../every-expression.ts';
import { openingTag } from '../opening-tag.ts';
import type { TemplateRule } from '../template-finding.ts';
import type { Range } from '../variable.ts';

/** The list of messages, or the numbers of its items. */
const MESSAGES = /messages/;

/** A template that writes the assistant's turns and does not say where its answers stand: training on answers alone cannot find them. */
export const missingGeneration: TemplateRule = {
  id: 'missing-generation',
  severity: 'hint',
  check({ source, body, faults }, report) {
    if (faults.length > 0) return;
    const statements = [...allStatements(body)];
    if (statements.some(({ kind }) => kind === 'generation')) return;
    const loops = statements.filter(
      (node) => node.kind === 'for' && MESSAGES.test(textOf(source, node.iterable)),
    );
    const [loop] = loops.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    if (loop === undefined || !readsRole(body)) return;
    report({ ...openingTag(source, loop), message: { id: 'template-rule.missing-generation' } });
  },
};

function textOf(source: string, { start, end }: Range): string {
  return source.slice(start, end);
}

function readsRole(body: Parameters<typeof everyExpression>[0]): boolean {
  for (const node of everyExpression(body)) {
    if (node.kind === 'attribute' && node.name === 'role') return true;
    if (node.kind === 'item' && node.key.kind === 'constant' && node.key.value === 'role') return true;
  }
  return false;
}
