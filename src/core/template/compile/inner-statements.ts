import type { Statement } from '../syntax/nodes.ts';

/** The statements directly inside one, of all its branches. */
export function innerStatements(node: Statement): readonly Statement[] {
  if (node.kind === 'if')
    return [...node.body, ...node.elifs.flatMap((each) => each.body), ...node.otherwise];
  if (node.kind === 'for') return [...node.body, ...node.otherwise];
  return 'body' in node ? node.body : [];
}

/** All statements at any depth, in source order. */
export function* allStatements(body: readonly Statement[]): Generator<Statement> {
  for (const node of body) {
    yield node;
    yield* allStatements(innerStatements(node));
  }
}
