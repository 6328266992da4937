import { TemplateFault, type FaultKind } from '../template-fault.ts';
import { PyObject, type Cursor, type Value } from './value.ts';
import { typeName } from './type-name.ts';

/** jinja2's Undefined: prints nothing, is false, iterates over nothing, and fails on everything else (runtime.py:786). */
export class Undefined extends PyObject {
  readonly typeName = 'Undefined';
  private readonly hint: string | null;
  private readonly owner: Value | undefined;
  private readonly key: string | null;
  private readonly kind: FaultKind;

  /** `name`: the variable, or with `owner` the attribute or element that is missing; `hint` replaces the message. */
  constructor(
    name: string | null,
    owner?: Value,
    hint: string | null = null,
    kind: FaultKind = 'UndefinedError',
  ) {
    super();
    this.key = name;
    this.owner = owner;
    this.hint = hint;
    this.kind = kind;
  }

  override isTrue(): boolean {
    return false;
  }

  override get isCallable(): boolean {
    return true;
  }

  override repr(): string {
    return 'Undefined';
  }

  override str(): string {
    return '';
  }

  override size(): number {
    return 0;
  }

  override cursor(): Cursor {
    return { next: () => undefined };
  }

  override reversedCursor(): Cursor {
    return this.cursor();
  }

  override attribute(name: string): Value | undefined {
    if (name.startsWith('__') && name.endsWith('__')) return undefined;
    return this.fail();
  }

  override item(): never {
    return this.fail();
  }

  override call(): never {
    return this.fail();
  }

  /** Raises what every other operation on it raises. */
  fail(): never {
    throw new TemplateFault(this.kind, this.message());
  }

  private message(): string {
    if (this.hint !== null) return this.hint;
    if (this.owner === undefined) return `'${this.key ?? ''}' is undefined`;
    const name = this.owner === null ? 'None' : `${typeName(this.owner)} object`;
    return `'${name}' has no attribute '${this.key ?? ''}'`;
  }
}
