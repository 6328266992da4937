import { everyExpression } from '../every-expression.ts';
import type { TemplateRule } from '../template-finding.ts';

/** The day is part of the text: what is trained today is not what is asked tomorrow. */
export const dateInRender: TemplateRule = {
  id: 'date-in-render',
  severity: 'info',
  check({ body }, report) {
    for (const node of everyExpression(body)) {
      if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'strftime_now')
        continue;
      const { start, end } = node.callee;
      report({ start, end, message: { id: 'template-rule.date-in-render' } });
    }
  },
};
