import { allStatements } from '../compile/inner-statements.ts';
import type { AssignTarget, Expression, Statement } from '../syntax/nodes.ts';

/** What a name stands for: the list of messages or a part of it, or one message. */
type Meaning = 'messages' | 'message';

/** Which names of a template mean messages, wherever they are read: those of loops over them, and those set to them. */
export class MessageNames {
  private readonly meanings = new Map<string, Meaning | 'other'>([['messages', 'messages']]);

  constructor(body: readonly Statement[]) {
    for (const node of allStatements(body)) {
      if (node.kind === 'for')
        this.learn(node.target, this.meaning(node.iterable) === 'messages' ? 'message' : 'other');
      if (node.kind === 'set') this.learn(node.target, this.meaning(node.value) ?? 'other');
    }
  }

  isMessage(node: Expression): boolean {
    return this.meaning(node) === 'message';
  }

  private meaning(node: Expression): Meaning | null {
    if (node.kind === 'name') {
      const meaning = this.meanings.get(node.name);
      return meaning === 'other' ? null : (meaning ?? null);
    }
    if (node.kind === 'filter') return node.node === null ? null : this.meaning(node.node);
    if (node.kind !== 'item' || this.meaning(node.node) !== 'messages') return null;
    return node.key.kind === 'slice' ? 'messages' : 'message';
  }

  /** A name that means now this and now that means nothing. */
  private learn(target: AssignTarget, meaning: Meaning | 'other'): void {
    if (target.kind !== 'name') return;
    const known = this.meanings.get(target.name);
    this.meanings.set(target.name, known === undefined || known === meaning ? meaning : 'other');
  }
}

/** The key of `message.key`, `message['key']`, `message.get('key')`, or null. */
export function accessedKey(node: Expression): { readonly of: Expression; readonly key: string } | null {
  if (node.kind === 'attribute') return { of: node.node, key: node.name };
  if (node.kind === 'item') return textOf(node.key, node.node);
  if (node.kind !== 'call' || node.callee.kind !== 'attribute' || node.callee.name !== 'get') return null;
  return textOf(node.args[0], node.callee.node);
}

function textOf(
  key: Expression | undefined,
  of: Expression,
): { readonly of: Expression; readonly key: string } | null {
  return key?.kind === 'constant' && typeof key.value === 'string' ? { of, key: key.value } : null;
}
