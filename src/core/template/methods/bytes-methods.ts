import { TemplateFault, typeError } from '../template-fault.ts';
import { PyBytes } from '../values/bytes.ts';
import { hexByte } from '../values/hex-byte.ts';
import { textIn } from '../values/markup.ts';
import type { Value } from '../values/value.ts';
import { positional, withSignature, type Method } from './method.ts';
import { textMethod } from './text-methods.ts';

function decode(bytes: readonly number[], encoding: string, errors: string): string {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'latin-1' || name === 'iso-8859-1')
    return bytes.map((byte) => String.fromCharCode(byte)).join('');
  if (!['utf-8', 'utf8', 'ascii'].includes(name))
    throw new TemplateFault('UnicodeError', `unknown encoding: ${encoding}`);
  const strict = errors === 'strict';
  if (strict && name === 'ascii' && bytes.some((byte) => byte > 127))
    throw new TemplateFault('UnicodeError', "'ascii' codec can't decode byte");
  try {
    return decodeUtf8(bytes, strict);
  } catch {
    throw new TemplateFault('UnicodeError', "'utf-8' codec can't decode bytes");
  }
}

function decodeUtf8(bytes: readonly number[], strict: boolean): string {
  const escaped = bytes.map((byte) => `%${hexByte(byte)}`).join('');
  if (strict) return decodeURIComponent(escaped);
  return bytes.map((byte) => (byte < 128 ? String.fromCharCode(byte) : '\ufffd')).join('');
}

function text(value: Value | undefined, fallback: string): string {
  if (value === undefined) return fallback;
  return textIn(value) ?? typeError('decode() argument must be str');
}

const BYTES: ReadonlyMap<string, Method<PyBytes>> = new Map<string, Method<PyBytes>>([
  [
    'decode',
    withSignature<PyBytes>(
      { name: 'decode', params: ['encoding', 'errors'], required: 0 },
      (runtime, self, [encoding, errors]) => {
        runtime.charge(self.bytes.length);
        return decode(self.bytes, text(encoding, 'utf-8'), text(errors, 'strict'));
      },
    ),
  ],
  ['hex', positional<PyBytes>('hex', [], 0, (_, self) => self.bytes.map(hexByte).join(''))],
]);

const TEXT_LIKE = new Set(
  'upper lower strip lstrip rstrip title capitalize swapcase expandtabs isalnum isalpha isascii isdigit islower isspace istitle isupper center ljust rjust zfill split rsplit splitlines'.split(
    ' ',
  ),
);

/** A method of bytes by name; those that bytes share with str work on Latin-1 text. */
export function bytesMethod(name: string): Method<PyBytes> | undefined {
  const own = BYTES.get(name);
  if (own !== undefined || !TEXT_LIKE.has(name)) return own;
  return (runtime, self, args, kwargs) => {
    const plain = args.map((arg) => (arg instanceof PyBytes ? latin1(arg) : bytesOnly(arg)));
    return fromText(textMethod(name)?.(runtime, latin1(self), plain, kwargs) ?? null);
  };
}

function bytesOnly(arg: Value): Value {
  return textIn(arg) === undefined ? arg : typeError("a bytes-like object is required, not 'str'");
}

function latin1({ bytes }: PyBytes): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

function fromText(value: Value): Value {
  if (typeof value === 'string') return new PyBytes(Array.from(value, (each) => each.charCodeAt(0) & 255));
  return Array.isArray(value) ? value.map(fromText) : value;
}
