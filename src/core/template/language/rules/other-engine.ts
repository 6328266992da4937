import { otherEngineUses } from '../other-engine.ts';
import type { TemplateRule } from '../template-finding.ts';

/** What transformers.js, and llama.cpp with it, refuses or renders otherwise: each construct once, where it stands first. */
export const otherEngine: TemplateRule = {
  id: 'other-engine',
  severity: 'info',
  check({ source, body }, report) {
    const seen = new Set<string>();
    for (const { start, end, effect, what } of otherEngineUses(source, body).toSorted(
      (a, b) => a.start - b.start,
    )) {
      if (seen.has(what)) continue;
      seen.add(what);
      report({ start, end, message: { id: `template-rule.other-engine.${effect}`, args: { what } } });
    }
  },
};
