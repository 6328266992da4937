/** The two languages that every sentence of the product exists in. */
export type Language = 'en' | 'ko';

/** An argument may be a message itself: it is said in the language of the sentence that it stands in. */
export type MessageArgs = Readonly<Record<string, string | number | Message>>;

/** Arguments as they are put into a sentence. */
export type SpokenArgs = Readonly<Record<string, string | number>>;

/** Sentences of one feature: id → both languages. `{name}` stands for an argument. */
export type MessageTable = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What was found, as data: the sentence is made where it is shown, in the reader's language. */
export interface Message {
  readonly id: string;
  readonly args?: MessageArgs | undefined;
}

/**
 * Puts the arguments into a sentence. `{rows}` is the argument itself: numbers get thousands separators, strings stay as they are.
 * `{rows|row|rows}` is the first word for 1 and the second otherwise. An argument that is not given stays visible.
 */
export function fillIn(sentence: string, args: SpokenArgs = {}): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = args[name];
      if (value === undefined) return whole;
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === 'number' ? formatNumber(value) : value;
    },
  );
}

/** Made once: `toLocaleString` makes one for each number. */
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** 1234567.5 → 1,234,567.5 in both languages. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}
