import { TemplateFault } from '../template-fault.ts';
import type { PyDict } from './dict.ts';
import { PyObject, type Value } from './value.ts';

/** `namespace(…)` as transformers 5.23 restricts it: no names that begin with an underscore (chat_template_utils.py:640). */
export class Namespace extends PyObject {
  readonly typeName = 'TemplateNamespace';
  private readonly attributes: PyDict;
  private isPrinting = false;

  constructor(attributes: PyDict) {
    super();
    for (const key of attributes.keys()) checkName(key);
    this.attributes = attributes;
  }

  assign(name: string, value: Value): void {
    checkName(name);
    this.attributes.setText(name, value);
  }

  /** A namespace may hold itself, and nothing else can: its dict is then printed as Python prints a dict inside of itself. */
  override repr(of: (value: Value) => string): string {
    if (this.isPrinting) return '<Namespace {...}>';
    this.isPrinting = true;
    try {
      return `<Namespace ${of(this.attributes)}>`;
    } finally {
      this.isPrinting = false;
    }
  }

  override attribute(name: string): Value | undefined {
    return this.attributes.getText(name);
  }
}

function checkName(name: Value): void {
  if (typeof name !== 'string' || !name.startsWith('_')) return;
  throw new TemplateFault(
    'SecurityError',
    `Chat templates cannot store underscore-prefixed attributes on a namespace, but got '${name}'. Please rename the attribute.`,
  );
}
