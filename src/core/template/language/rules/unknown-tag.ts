import type { TemplateRule } from '../template-finding.ts';
import { renaming } from '../renaming.ts';

/** A statement that jinja2 does not have. */
export const unknownTag: TemplateRule = {
  id: 'unknown-tag',
  severity: 'error',
  check({ faults }, report) {
    for (const fault of faults) {
      if (fault.kind !== 'unknown-tag') continue;
      const { start, end, tag, near } = fault;
      if (near === null) report({ start, end, message: { id: 'template-rule.unknown-tag', args: { tag } } });
      else {
        const message = { id: 'template-rule.unknown-tag-near', args: { tag, near } };
        report({ start, end, message, ...renaming({ start, end }, near) });
      }
    }
  },
};
