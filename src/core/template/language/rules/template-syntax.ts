import type { TemplateRule } from '../template-finding.ts';

/** What the parser or the compiler of jinja2 refuses, in its words and at its place. */
export const templateSyntax: TemplateRule = {
  id: 'template-syntax',
  severity: 'error',
  check({ faults, refusal }, report) {
    for (const fault of faults) {
      const { start, end } = fault;
      if (fault.kind === 'refused') {
        report({ start, end, message: { id: 'template-rule.syntax', args: { reason: fault.message } } });
      } else if (fault.kind === 'unclosed-mark') {
        const args = { mark: fault.mark, closing: fault.mark === '{{' ? '}}' : '%}' };
        report({ start, end, message: { id: 'template-rule.unclosed-mark', args } });
      } else if (fault.kind === 'unclosed-string') {
        report({ start, end, message: { id: 'template-rule.unclosed-string' } });
      }
    }
    // unknown filters and tests have a rule of their own
    if (refusal === null || /^No (?:filter|test) named /.test(refusal.message)) return;
    const { start, end, message: reason } = refusal;
    report({ start, end, message: { id: 'template-rule.syntax', args: { reason } } });
  },
};
