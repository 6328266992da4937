import { closestName } from '../../../recipe/closest-name.ts';
import { FILTER_NAMES } from '../../filters/filter-names.ts';
import { findFilter } from '../../filters/filters.ts';
import { calledNames } from '../called-names.ts';
import { renaming } from '../renaming.ts';
import type { TemplateRule } from '../template-finding.ts';

/** A filter that transformers' environment does not have. */
export const unknownFilter: TemplateRule = {
  id: 'unknown-filter',
  severity: 'error',
  check({ source, body }, report) {
    for (const { node, soft, start, end } of calledNames(source, body)) {
      const { kind, name } = node;
      if (kind !== 'filter' || name === '' || findFilter(name) !== undefined) continue;
      const severity = soft ? 'warning' : 'error';
      const near = closestName(name, FILTER_NAMES);
      if (near === null) {
        report({ start, end, severity, message: { id: 'template-rule.unknown-filter', args: { name } } });
      } else {
        const message = { id: 'template-rule.unknown-filter-near', args: { name, near } };
        report({ start, end, severity, message, ...renaming({ start, end }, near) });
      }
    }
  },
};
