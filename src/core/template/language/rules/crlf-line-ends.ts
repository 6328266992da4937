import type { TemplateRule } from '../template-finding.ts';

/** `\r\n` in the file: Python reads it as `\n`, transformers.js writes it into the prompt. */
export const crlfLineEnds: TemplateRule = {
  id: 'template-crlf',
  severity: 'warning',
  check({ text, source }, report) {
    if (!text.includes('\r\n')) return;
    const end = Math.max(source.indexOf('\n'), 1);
    report({
      start: 0,
      end,
      message: { id: 'template-rule.crlf' },
      fix: { title: { id: 'template-rule.fix.line-ends' }, edits: [], lineEnds: '\n' },
    });
  },
};
