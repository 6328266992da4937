import { closestName } from '../../../recipe/closest-name.ts';
import { findTest, TEST_NAMES } from '../../filters/tests.ts';
import { calledNames } from '../called-names.ts';
import { renaming } from '../renaming.ts';
import type { TemplateRule } from '../template-finding.ts';

/** A test (`x is …`) that transformers' environment does not have. */
export const unknownTest: TemplateRule = {
  id: 'unknown-test',
  severity: 'error',
  check({ source, body }, report) {
    for (const { node, soft, start, end } of calledNames(source, body)) {
      const { kind, name } = node;
      if (kind !== 'test' || name === '' || findTest(name) !== undefined) continue;
      const severity = soft ? 'warning' : 'error';
      const near = closestName(name, TEST_NAMES);
      if (near === null) {
        report({ start, end, severity, message: { id: 'template-rule.unknown-test', args: { name } } });
      } else {
        const message = { id: 'template-rule.unknown-test-near', args: { name, near } };
        report({ start, end, severity, message, ...renaming({ start, end }, near) });
      }
    }
  },
};
