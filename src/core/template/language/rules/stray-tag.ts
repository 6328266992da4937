import { BLOCK_TAGS } from '../block-tags.ts';
import type { TemplateRule } from '../template-finding.ts';

/** An `end…`, `else` or `elif` that belongs to no open block. */
export const strayTag: TemplateRule = {
  id: 'stray-tag',
  severity: 'error',
  check({ faults }, report) {
    for (const fault of faults) {
      if (fault.kind !== 'stray-tag') continue;
      const { start, end, tag, open } = fault;
      const closing = open === null ? undefined : BLOCK_TAGS[open]?.end;
      const message =
        open === null || closing === undefined
          ? { id: 'template-rule.stray-tag', args: { tag } }
          : { id: 'template-rule.stray-tag-inside', args: { tag, open, closing } };
      report({ start, end, message });
    }
  },
};
