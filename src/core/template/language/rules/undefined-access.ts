import { children } from '../../compile/analyze.ts';
import type { Expression, IfNode, Statement } from '../../syntax/nodes.ts';
import { expressionsOf, withChildren } from '../every-expression.ts';
import { accessedKey, MessageNames } from '../message-access.ts';
import type { TemplateOccurrence, TemplateRule } from '../template-finding.ts';

/** Keys that most messages do not have; those whose value is null are dropped by transformers. */
const OPTIONAL = new Set(['tool_calls', 'reasoning_content', 'thinking', 'reasoning', 'function_call']);

/**
 * A key of a message that may be missing, used in a way that fails then: with a part of it read, added to text, or as JSON. A key that
 * the template asks about anywhere before counts as guarded.
 */
export const undefinedAccess: TemplateRule = {
  id: 'undefined-access',
  severity: 'warning',
  check({ source, body }, report) {
    const walk = new AccessWalk(source, new MessageNames(body), report);
    walk.statements(body, null);
  },
};

class AccessWalk {
  private readonly source: string;
  private readonly names: MessageNames;
  private readonly report: (occurrence: TemplateOccurrence) => void;
  /** Accesses that a test has asked about, by their text. */
  private readonly asked = new Set<string>();

  constructor(source: string, names: MessageNames, report: (occurrence: TemplateOccurrence) => void) {
    this.source = source;
    this.names = names;
    this.report = report;
  }

  /** `calling`: the text of the message that is known to have tool calls here. */
  statements(body: readonly Statement[], calling: string | null): void {
    for (const node of body) {
      if (node.kind === 'if') {
        this.condition(node, calling);
        continue;
      }
      for (const each of expressionsOf(node)) {
        this.uses(each, calling);
        this.learn(each);
      }
      if (node.kind === 'for') {
        if (node.test !== null) this.ask(node.test);
        this.statements(node.body, calling);
        this.statements(node.otherwise, calling);
      } else if ('body' in node) this.statements(node.body, calling);
    }
  }

  private condition(node: IfNode, calling: string | null): void {
    const branches = [{ test: node.test, body: node.body }, ...node.elifs];
    for (const { test, body } of branches) {
      this.ask(test);
      this.uses(test, calling);
      this.statements(body, this.callingIn(test) ?? calling);
    }
    this.statements(node.otherwise, calling);
  }

  /** The message that a test says to have tool calls. */
  private callingIn(test: Expression): string | null {
    if (test.kind === 'and') return this.callingIn(test.left) ?? this.callingIn(test.right);
    if (test.kind === 'test' && test.name === 'defined') return this.callingIn(test.node);
    const access = accessedKey(test);
    return access?.key === 'tool_calls' && this.names.isMessage(access.of) ? this.text(access.of) : null;
  }

  /** What is asked anywhere in a test. */
  private ask(test: Expression): void {
    for (const node of withChildren(test)) {
      const access = accessedKey(node);
      if (access !== null) this.asked.add(this.key(access.of, access.key));
      if (node.kind !== 'compare' || node.left.kind !== 'constant') continue;
      const { value } = node.left;
      const [operand] = node.operands;
      if (typeof value === 'string' && operand !== undefined) this.asked.add(this.key(operand.right, value));
    }
  }

  /** Inside an expression, tests ask as those of statements do. */
  private learn(expression: Expression): void {
    for (const node of withChildren(expression)) {
      if (node.kind === 'conditional') this.ask(node.test);
      else if (node.kind === 'test') this.ask(node);
      else if (node.kind === 'and' || node.kind === 'or') this.ask(node.left);
    }
  }

  private uses(expression: Expression, calling: string | null): void {
    this.learn(expression);
    for (const node of withChildren(expression)) {
      const used = failingOperands(node);
      for (const each of used) this.use(each, calling);
    }
  }

  private use(node: Expression, calling: string | null): void {
    const access = node.kind === 'call' ? null : accessedKey(node);
    if (access === null || !this.names.isMessage(access.of)) return;
    const { of, key } = access;
    if (this.asked.has(this.key(of, key))) return;
    const missing = OPTIONAL.has(key) || (key === 'content' && calling === this.text(of));
    if (!missing) return;
    const what = this.source.slice(node.start, node.end).trim();
    const id = key === 'content' ? 'template-rule.undefined-content' : 'template-rule.undefined-access';
    this.report({ start: node.start, end: node.end, message: { id, args: { what, key } } });
  }

  private key(of: Expression, key: string): string {
    return `${this.text(of)} ${key}`;
  }

  private text({ start, end }: Expression): string {
    return this.source.slice(start, end).trim();
  }
}

/** The operands with which an expression fails if they are undefined. */
function failingOperands(node: Expression): readonly Expression[] {
  if (node.kind === 'attribute' || node.kind === 'item') return [node.node];
  if (node.kind === 'binary') return children(node);
  return node.kind === 'filter' && node.name === 'tojson' && node.node !== null ? [node.node] : [];
}
