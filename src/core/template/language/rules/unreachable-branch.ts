import { allStatements } from '../../compile/inner-statements.ts';
import type { Expression, IfNode, Statement } from '../../syntax/nodes.ts';
import { withChildren } from '../every-expression.ts';
import type { TemplateOccurrence, TemplateRule } from '../template-finding.ts';
import type { Range } from '../variable.ts';

type Report = (occurrence: TemplateOccurrence) => void;

/** What never runs: a branch whose test is constant or was asked before, and what follows a jump or a refusal. */
export const unreachableBranch: TemplateRule = {
  id: 'unreachable-branch',
  severity: 'warning',
  check({ source, body }, report) {
    checkBody(body, report);
    for (const node of allStatements(body)) {
      if (node.kind === 'if') checkIf(source, node, report);
      if (node.kind === 'if') {
        for (const each of node.elifs) checkBody(each.body, report);
        checkBody(node.otherwise, report);
      }
      if (node.kind === 'for') checkBody(node.otherwise, report);
      if ('body' in node) checkBody(node.body, report);
    }
  },
};

function checkIf(source: string, node: IfNode, report: Report): void {
  const asked = new Map<string, number>();
  let always: Expression | null = null;
  for (const { test, body } of [{ test: node.test, body: node.body }, ...node.elifs]) {
    const text = source.slice(test.start, test.end).trim();
    const value = constantTruth(test);
    if (always !== null) {
      reportBranch(
        test,
        body,
        { id: 'template-rule.unreachable-after-true', args: { line: lineOf(source, always.start) } },
        report,
      );
    } else if (value === false) {
      reportBranch(test, body, { id: 'template-rule.unreachable-false', args: { test: text } }, report);
    } else if (asked.has(text) && isPure(test)) {
      const line = lineOf(source, asked.get(text) ?? 0);
      reportBranch(
        test,
        body,
        { id: 'template-rule.unreachable-repeated', args: { test: text, line } },
        report,
      );
    }
    if (value === true) always ??= test;
    asked.set(text, test.start);
  }
  const place = rangeOf(node.otherwise);
  if (always === null || place === null) return;
  const message = {
    id: 'template-rule.unreachable-after-true',
    args: { line: lineOf(source, always.start) },
  };
  report({ ...place, message, unreached: true });
}

function reportBranch(
  test: Expression,
  body: readonly Statement[],
  message: TemplateOccurrence['message'],
  report: Report,
): void {
  const { start, end } = rangeOf(body) ?? test;
  report({ start: Math.min(test.start, start), end: Math.max(test.end, end), message, unreached: true });
}

function checkBody(body: readonly Statement[], report: Report): void {
  const at = body.findIndex(neverGoesOn);
  const jump = body[at];
  const place = at < 0 ? null : rangeOf(body.slice(at + 1));
  if (place === null || jump === undefined) return;
  const what = jump.kind === 'print' ? 'raise_exception' : jump.kind;
  report({
    ...place,
    message: { id: 'template-rule.unreachable-after-jump', args: { what } },
    unreached: true,
  });
}

function neverGoesOn(node: Statement): boolean {
  if (node.kind === 'break' || node.kind === 'continue') return true;
  if (node.kind !== 'print' || node.node.kind !== 'call') return false;
  const { callee } = node.node;
  return callee.kind === 'name' && callee.name === 'raise_exception';
}

/** From the first to the last statement; null where there is white space alone. */
function rangeOf(body: readonly Statement[]): Range | null {
  const seen = body.filter((node) => node.kind !== 'data' || node.text.trim() !== '');
  const [first] = seen;
  const last = seen.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** What a test without names, calls and filters always is; null where it is not that simple. */
function constantTruth(node: Expression): boolean | null {
  if (node.kind === 'constant') {
    if (node.value !== null && typeof node.value === 'object') return node.value.float !== 0;
    return Boolean(node.value);
  }
  if (node.kind === 'not') {
    const value = constantTruth(node.node);
    return value === null ? null : !value;
  }
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const [left, right] = [constantTruth(node.left), constantTruth(node.right)];
  const deciding = node.kind === 'or';
  if (left === deciding || right === deciding) return deciding;
  return left === null || right === null ? null : !deciding;
}

/** Whether asking twice gives the same: nothing is called, and no filter is random. */
function isPure(test: Expression): boolean {
  for (const node of withChildren(test)) {
    if (node.kind === 'call' || (node.kind === 'filter' && node.name === 'random')) return false;
  }
  return true;
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
