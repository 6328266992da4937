import type { AssignTarget, Expression, Statement } from '../syntax/nodes.ts';
import { children } from './analyze.ts';

/**
 * Which of these names a body reads before it stores them, in source order, blocks left out: compiler.py's find_undeclared,
 * which decides whether a loop has `loop` and a macro `caller`, `kwargs` and `varargs`.
 */
export function findUndeclared(body: readonly Statement[], names: readonly string[]): Set<string> {
  const search = new Search(names);
  search.statements(body);
  return search.found;
}

class Search {
  readonly found = new Set<string>();
  private readonly wanted: Set<string>;

  constructor(names: readonly string[]) {
    this.wanted = new Set(names);
  }

  statements(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case 'print':
        return this.expression(node.node);
      case 'if':
        this.expression(node.test);
        this.statements(node.body);
        for (const each of node.elifs) {
          this.expression(each.test);
          this.statements(each.body);
        }
        return this.statements(node.otherwise);
      case 'for':
        this.target(node.target);
        this.expression(node.iterable);
        this.statements(node.body);
        this.statements(node.otherwise);
        if (node.test !== null) this.expression(node.test);
        return undefined;
      case 'macro':
        this.signature(node);
        return this.statements(node.body);
      case 'call block':
        this.expression(node.call);
        this.signature(node);
        return this.statements(node.body);
      case 'generation':
        return this.statements(node.body);
      case 'filter block':
        this.statements(node.body);
        return this.expression(node.filter);
      case 'with':
        for (const target of node.targets) this.target(target);
        for (const value of node.values) this.expression(value);
        return this.statements(node.body);
      case 'set':
        this.target(node.target);
        return this.expression(node.value);
      case 'set block':
        this.target(node.target);
        if (node.filter !== null) this.expression(node.filter);
        return this.statements(node.body);
      case 'autoescape':
        this.expression(node.value);
        return this.statements(node.body);
      case 'load':
        return this.expression(node.template);
      case 'data':
      case 'block':
      case 'break':
      case 'continue':
        return undefined;
      default:
        return node satisfies never;
    }
  }

  private signature(node: {
    readonly params: readonly AssignTarget[];
    readonly defaults: readonly Expression[];
  }): void {
    for (const param of node.params) this.target(param);
    for (const value of node.defaults) this.expression(value);
  }

  private target(target: AssignTarget): void {
    if (target.kind === 'name') this.wanted.delete(target.name);
    else if (target.kind === 'tuple') for (const item of target.items) this.target(item);
  }

  private expression(node: Expression): void {
    if (node.kind === 'name' && this.wanted.has(node.name)) this.found.add(node.name);
    for (const child of children(node)) this.expression(child);
  }
}
