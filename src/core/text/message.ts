/** The two languages that every sentence of the product exists in. */
export type Language = 'en' | 'ko';

export type MessageArgs = Readonly<Record<string, string | number>>;

/** Sentences of one feature: id → both languages. `{name}` stands for an argument. */
export type MessageTable = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What was found, as data: the sentence is made where it is shown, in the reader's language. */
export interface Message {
  readonly id: string;
  readonly args?: MessageArgs | undefined;
}

/** Numbers get thousands separators, strings stay as they are; an argument that is not given stays visible as `{name}`. */
export function fillIn(sentence: string, args: MessageArgs = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

/** 1234567.5 → 1,234,567.5 in both languages. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
}
