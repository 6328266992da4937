import { allStatements } from '../../compile/inner-statements.ts';
import { openingTag } from '../opening-tag.ts';
import type { TemplateRule } from '../template-finding.ts';

/** A generation block inside another: the inner one is counted from where the outer one begins. */
export const nestedGeneration: TemplateRule = {
  id: 'nested-generation',
  severity: 'warning',
  check({ source, body }, report) {
    for (const outer of allStatements(body)) {
      if (outer.kind !== 'generation') continue;
      for (const node of allStatements(outer.body)) {
        if (node.kind !== 'generation') continue;
        report({ ...openingTag(source, node), message: { id: 'template-rule.nested-generation' } });
      }
    }
  },
};
