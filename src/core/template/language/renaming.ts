import type { TemplateOccurrence } from './template-finding.ts';
import type { Range } from './variable.ts';

/** The fix that writes another name there. */
export function renaming({ start, end }: Range, name: string): Required<Pick<TemplateOccurrence, 'fix'>> {
  return {
    fix: { title: { id: 'template-rule.fix.rename', args: { name } }, edits: [{ start, end, text: name }] },
  };
}
