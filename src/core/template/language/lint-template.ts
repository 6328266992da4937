import { sourceOffsets } from './source-offsets.ts';
import { ruleTable } from './rules/rule-table.ts';
import type { TemplateAnalysis } from './template-analysis.ts';
import type { TemplateFinding, TemplateOccurrence } from './template-finding.ts';

/** Everything that the rules say about a template, in order. Places are UTF-16 offsets in the text as given. */
export function lintTemplate(template: TemplateAnalysis): TemplateFinding[] {
  const offset = sourceOffsets(template.text);
  const findings: TemplateFinding[] = [];
  const place = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: offset(range.start),
    end: offset(range.end),
  });
  for (const rule of ruleTable) {
    const { id, severity } = rule;
    rule.check(template, (occurrence: TemplateOccurrence) => {
      const fix =
        occurrence.fix === undefined
          ? {}
          : { fix: { ...occurrence.fix, edits: occurrence.fix.edits.map((edit) => place(edit)) } };
      findings.push({ severity, ...place(occurrence), ...fix, rule: id });
    });
  }
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
