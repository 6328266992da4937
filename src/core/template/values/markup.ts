import { pointLength, points } from './unicode.ts';
import { ArrayCursor, PyObject, type Cursor, type Value } from './value.ts';

/** markupsafe's Markup, a str that is safe in HTML: what `safe` and `escape` make. Its operations escape their other operand. */
export class Markup extends PyObject {
  readonly typeName = 'Markup';
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override isTrue(): boolean {
    return this.text !== '';
  }

  override size(): number {
    return pointLength(this.text);
  }

  override repr(of: (value: Value) => string): string {
    return `Markup(${of(this.text)})`;
  }

  override str(): string {
    return this.text;
  }

  /** The characters are plain texts: str's own iterator makes them. */
  override cursor(): Cursor {
    return new ArrayCursor(points(this.text));
  }

  /** Reversed, the characters are read by index and so are Markup. */
  override reversedCursor(): Cursor {
    return new ArrayCursor(
      points(this.text)
        .toReversed()
        .map((each) => new Markup(each)),
    );
  }
}

/** The text of a str or Markup, which Python's isinstance(value, str) takes for the same. */
export function textIn(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}

/** `text` as Markup if `source` is. */
export function like(source: Value, text: string): Value {
  return source instanceof Markup ? new Markup(text) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Text with the five characters of HTML replaced. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
