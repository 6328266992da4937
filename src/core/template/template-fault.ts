import type { Message } from '../text/message.ts';

/** Python's exception classes that a template can meet, and the two of ours. */
export type FaultKind =
  | 'TemplateSyntaxError'
  | 'TemplateAssertionError'
  | 'TemplateError'
  | 'TemplateRuntimeError'
  | 'UndefinedError'
  | 'SecurityError'
  | 'FilterArgumentError'
  | 'TypeError'
  | 'ValueError'
  | 'KeyError'
  | 'NameError'
  | 'UnicodeError'
  | 'IndexError'
  | 'AttributeError'
  | 'AssertionError'
  | 'RuntimeError'
  | 'ZeroDivisionError'
  | 'OverflowError'
  | 'RecursionError'
  /** A limit of ours on steps, depth or size. */
  | 'Limit'
  /** Python can do it, this engine cannot yet: never answered with wrong text. */
  | 'Unsupported';

/**
 * A template that is refused or that failed. `message` is what Python's exception says, or the English of `detail`.
 * `offset` is the UTF-16 offset in the template after its line ends became `\n`; null until the place is known.
 */
export class TemplateFault extends Error {
  readonly kind: FaultKind;
  offset: number | null;
  readonly detail: Message | null;

  constructor(kind: FaultKind, message: string, offset: number | null = null, detail: Message | null = null) {
    super(message);
    this.name = kind;
    this.kind = kind;
    this.offset = offset;
    this.detail = detail;
  }
}

export function typeError(message: string): never {
  throw new TemplateFault('TypeError', message);
}

export function valueError(message: string): never {
  throw new TemplateFault('ValueError', message);
}

/** Whether Python's `except` for these classes would catch it. */
export function isFault(error: unknown, ...kinds: readonly FaultKind[]): error is TemplateFault {
  return error instanceof TemplateFault && kinds.includes(error.kind);
}
