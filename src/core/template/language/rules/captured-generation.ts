import type { Statement } from '../../syntax/nodes.ts';
import { innerStatements } from '../../compile/inner-statements.ts';
import type { TemplateRule } from '../template-finding.ts';
import { openingTag } from '../opening-tag.ts';

type Capture = 'macro' | 'set block' | 'filter block' | 'call block' | 'recursive loop';

/**
 * A generation block whose text is kept before it is written. transformers 5.23 counts it from the length that the document has
 * when the statement that keeps it begins (chat_template_utils.py:598): the span stands on other characters than the answer.
 */
export const capturedGeneration: TemplateRule = {
  id: 'captured-generation',
  severity: 'warning',
  check({ source, body }, report) {
    for (const { node, capture } of generationsIn(body, null)) {
      if (capture === null) continue;
      const message = { id: `template-rule.captured-generation.${capture.replace(' ', '-')}` };
      report({ ...openingTag(source, node), message });
    }
  },
};

function* generationsIn(
  body: readonly Statement[],
  capture: Capture | null,
): Generator<{ readonly node: Statement; readonly capture: Capture | null }> {
  for (const node of body) {
    if (node.kind === 'generation') yield { node, capture };
    yield* generationsIn(innerStatements(node), captureOf(node) ?? capture);
  }
}

function captureOf(node: Statement): Capture | null {
  if (node.kind === 'for') return node.recursive ? 'recursive loop' : null;
  if (node.kind === 'macro' || node.kind === 'set block' || node.kind === 'filter block') return node.kind;
  return node.kind === 'call block' ? node.kind : null;
}
