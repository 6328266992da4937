import type { TemplateRule } from '../template-finding.ts';

/** A block that never ends: told at its opening tag, while jinja2 tells it at the end of the template. */
export const unclosedTag: TemplateRule = {
  id: 'unclosed-tag',
  severity: 'error',
  check({ faults }, report) {
    for (const fault of faults) {
      if (fault.kind !== 'unclosed-tag') continue;
      const { start, end, tag, closing } = fault;
      report({ start, end, message: { id: 'template-rule.unclosed-tag', args: { tag, closing } } });
    }
  },
};
