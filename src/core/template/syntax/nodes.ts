import type { ArithmeticOperator } from '../values/arithmetic.ts';

/** Where a node stands: UTF-16 offsets in the normalised template, end exclusive. */
interface Node {
  readonly start: number;
  readonly end: number;
  /** Offset whose line Python names for the node, where it is not that of `start`. */
  readonly mark?: number;
}

/** Offset whose line Python names when the node fails. */
export function markOf(node: Node): number {
  return node.mark ?? node.start;
}

export type Constant = null | boolean | number | bigint | string | { readonly float: number };
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

export interface Keyword {
  readonly key: string;
  readonly value: Expression;
}

export interface CallArguments {
  readonly args: readonly Expression[];
  readonly kwargs: readonly Keyword[];
  readonly dynArgs: Expression | null;
  readonly dynKwargs: Expression | null;
}

export type NameNode = Node & { readonly kind: 'name'; readonly name: string };
export type NamespaceTarget = Node & {
  readonly kind: 'nsref';
  readonly name: string;
  readonly attribute: string;
};
export type CallNode = Node & CallArguments & { readonly kind: 'call'; readonly callee: Expression };
/** `node` is null in filter blocks and set blocks: the filter then takes what the block wrote. */
export type FilterNode = Node &
  CallArguments & { readonly kind: 'filter'; readonly node: Expression | null; readonly name: string };
export type TestNode = Node &
  CallArguments & { readonly kind: 'test'; readonly node: Expression; readonly name: string };
export type SliceNode = Node & {
  readonly kind: 'slice';
  readonly from: Expression | null;
  readonly to: Expression | null;
  readonly step: Expression | null;
};
export type TupleNode = Node & { readonly kind: 'tuple'; readonly items: readonly Expression[] };

export type Expression =
  | NameNode
  | CallNode
  | FilterNode
  | TestNode
  | SliceNode
  | TupleNode
  | NamespaceTarget
  | (Node & { readonly kind: 'constant'; readonly value: Constant })
  | (Node & { readonly kind: 'list'; readonly items: readonly Expression[] })
  | (Node & { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[] })
  | (Node & { readonly kind: 'attribute'; readonly node: Expression; readonly name: string })
  | (Node & { readonly kind: 'item'; readonly node: Expression; readonly key: Expression })
  | (Node & { readonly kind: 'sign'; readonly operator: '-' | '+'; readonly node: Expression })
  | (Node & { readonly kind: 'not'; readonly node: Expression })
  | (Node & {
      readonly kind: 'binary';
      readonly operator: ArithmeticOperator | '%';
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Node & { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression })
  | (Node & { readonly kind: 'concat'; readonly nodes: readonly Expression[] })
  | (Node & {
      readonly kind: 'compare';
      readonly left: Expression;
      readonly operands: readonly { readonly operator: CompareOperator; readonly right: Expression }[];
    })
  | (Node & {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression | null;
    });

export type AssignTarget =
  | NameNode
  | NamespaceTarget
  | (Node & { readonly kind: 'tuple'; readonly items: readonly AssignTarget[] });

export interface Signature {
  readonly params: readonly NameNode[];
  readonly defaults: readonly Expression[];
}

export type ForNode = Node & {
  readonly kind: 'for';
  readonly target: AssignTarget;
  readonly iterable: Expression;
  readonly test: Expression | null;
  readonly recursive: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
};
export type IfNode = Node & {
  readonly kind: 'if';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly elifs: readonly {
    readonly test: Expression;
    readonly body: readonly Statement[];
    readonly mark: number;
  }[];
  readonly otherwise: readonly Statement[];
};
export type MacroNode = Node &
  Signature & { readonly kind: 'macro'; readonly name: string; readonly body: readonly Statement[] };
export type CallBlockNode = Node &
  Signature & { readonly kind: 'call block'; readonly call: CallNode; readonly body: readonly Statement[] };
export type GenerationNode = Node & { readonly kind: 'generation'; readonly body: readonly Statement[] };
export type BlockNode = Node & {
  readonly kind: 'block';
  readonly name: string;
  readonly scoped: boolean;
  readonly required: boolean;
  readonly body: readonly Statement[];
};
export type SetNode = Node & {
  readonly kind: 'set';
  readonly target: AssignTarget;
  readonly value: Expression;
};
export type SetBlockNode = Node & {
  readonly kind: 'set block';
  readonly target: AssignTarget;
  readonly filter: FilterNode | null;
  readonly body: readonly Statement[];
};
export type WithNode = Node & {
  readonly kind: 'with';
  readonly targets: readonly AssignTarget[];
  readonly values: readonly Expression[];
  readonly body: readonly Statement[];
};

export type Statement =
  | ForNode
  | IfNode
  | MacroNode
  | CallBlockNode
  | GenerationNode
  | BlockNode
  | SetNode
  | SetBlockNode
  | WithNode
  | (Node & { readonly kind: 'data'; readonly text: string })
  | (Node & { readonly kind: 'print'; readonly node: Expression })
  | (Node & {
      readonly kind: 'filter block';
      readonly filter: FilterNode;
      readonly body: readonly Statement[];
    })
  | (Node & { readonly kind: 'autoescape'; readonly value: Expression; readonly body: readonly Statement[] })
  | (Node & { readonly kind: 'break' | 'continue' })
  /** `extends`, `include`, `import` and `from`: they parse, and fail for want of a loader when they are reached. */
  | (Node & {
      readonly kind: 'load';
      readonly tag: string;
      readonly names: readonly NameNode[];
      readonly template: Expression;
      readonly ignoreMissing: boolean;
    });
