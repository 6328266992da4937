import { floatRepr } from './float-text.ts';
import { PyFloat, PyFunction, PyObject, type Value } from './value.ts';

/** A Python complex number, which a power of a negative number makes. */
export class PyComplex extends PyObject {
  readonly typeName = 'complex';
  readonly real: number;
  readonly imaginary: number;

  constructor(real: number, imaginary: number) {
    super();
    this.real = real;
    this.imaginary = imaginary;
  }

  override get hashText(): string {
    return `\0complex ${this.real} ${this.imaginary}`;
  }

  override isTrue(): boolean {
    return this.real !== 0 || this.imaginary !== 0;
  }

  override equals(other: Value): boolean {
    return other instanceof PyComplex && other.real === this.real && other.imaginary === this.imaginary;
  }

  override repr(): string {
    const imaginary = `${short(this.imaginary)}j`;
    if (this.real === 0 && !Object.is(this.real, -0)) return imaginary;
    return `(${short(this.real)}${imaginary.startsWith('-') || imaginary.startsWith('+') ? '' : '+'}${imaginary})`;
  }

  override attribute(name: string): Value | undefined {
    if (name === 'real') return new PyFloat(this.real);
    if (name === 'imag') return new PyFloat(this.imaginary);
    if (name !== 'conjugate') return undefined;
    return new PyFunction(name, () => new PyComplex(this.real, -this.imaginary));
  }
}

/** Without the `.0` of whole floats. */
function short(value: number): string {
  return floatRepr(value).replace(/\.0$/u, '');
}

/** CPython's _Py_c_pow for a real base and exponent. */
export function complexPower(base: number, exponent: number): PyComplex {
  const length = Math.abs(base) ** exponent;
  const phase = Math.atan2(0, base) * exponent;
  return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
}
