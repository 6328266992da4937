import type { YamlNode } from './yaml-node.ts';

/** Whether Python's int() takes a text. */
export function isPythonInt(text: string): boolean {
  return /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(text);
}

/** Whether Python's float() takes a text. */
export function isPythonFloat(text: string): boolean {
  return (
    /^\s*[-+]?(?:(?:\d+(?:_\d+)*)?\.?(?:\d+(?:_\d+)*)?(?:(?<=[\d.])e[-+]?\d+(?:_\d+)*)?|inf(?:inity)?|nan)\s*$/i.test(
      text,
    ) && /\d|inf|nan/i.test(text)
  );
}

/** The texts that transformers reads as booleans (hf_argparser.py string_to_bool). */
export function pythonBoolean(text: string): boolean | null {
  if (/^(?:yes|true|t|y|1)$/i.test(text)) return true;
  return /^(?:no|false|f|n|0)$/i.test(text) ? false : null;
}

/** Texts that mean null for a key that is no text (trl: `none` and `null` on the command line, and so in a quoted value). */
export function meansNull(text: string): boolean {
  return /^(?:none|null)$/i.test(text);
}

/** A number as argparse would make it of the value, or null. */
export function numberOf(node: YamlNode | undefined): number | null {
  if (node === undefined) return null;
  if (node.kind === 'int' || node.kind === 'float') return node.value;
  if (node.kind !== 'str' || !isPythonFloat(node.value)) return null;
  const text = node.value.trim().replaceAll('_', '').toLowerCase();
  if (text.includes('nan')) return Number.NaN;
  return text.includes('inf') ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
}

/** A boolean as argparse would make it of the value, or null. */
export function booleanOf(node: YamlNode | undefined): boolean | null {
  if (node?.kind === 'bool') return node.value;
  return node?.kind === 'str' ? pythonBoolean(node.value) : null;
}

/** A text, or null for anything else. */
export function textOf(node: YamlNode | undefined): string | null {
  return node?.kind === 'str' ? node.value : null;
}

/** The texts of a list, or of one text; null for anything else. Items that are no text are left out. */
export function textsOf(node: YamlNode | undefined): string[] | null {
  if (node?.kind === 'str') return [node.value];
  if (node?.kind !== 'list') return null;
  return node.items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
}
