import { HumanError } from '../text/human-error.ts';
import { isPythonFloat, meansNull, pythonBoolean } from './read-value.ts';
import type { TrlKey, ValueType } from './trl-keys.ts';
import type { YamlNode } from './yaml-node.ts';

/**
 * A value of a recipe as Python source, converted as TRL's parser does it: only texts are, where the key takes no text
 * (`learning_rate: 2e-5` is a text in YAML 1.1), everything else goes through as it is (trl 1.16 scripts/utils.py:345).
 * @throws {HumanError} for a date, which no key takes
 */
export function pythonLiteral(name: string, node: YamlNode, key?: TrlKey): string {
  switch (node.kind) {
    case 'null':
      return 'None';
    case 'bool':
      return node.value ? 'True' : 'False';
    case 'int':
      return String(node.value);
    case 'float':
      return floatLiteral(node.value);
    case 'str':
      return (key === undefined ? null : converted(node.value, key)) ?? pythonString(node.value);
    case 'list':
      return `[${node.items.map((item) => pythonLiteral(name, item)).join(', ')}]`;
    case 'map':
      return `{${node.entries.map((entry) => `${pythonLiteral(name, entry.key)}: ${pythonLiteral(name, entry.value)}`).join(', ')}}`;
    case 'date':
      throw new HumanError('recipe.script.date', { key: name });
  }
}

/** A text in double quotes. JSON's escapes are Python's, too. */
export function pythonString(text: string): string {
  return JSON.stringify(text);
}

function converted(text: string, key: TrlKey): string | null {
  if (key.types.includes('str') || key.types.includes('any')) return null;
  if (key.null && meansNull(text)) return 'None';
  const takes = (type: ValueType): boolean => key.types.includes(type);
  const truth = takes('bool') ? pythonBoolean(text) : null;
  if (truth !== null) return truth ? 'True' : 'False';
  if (!(takes('float') || takes('int')) || !isPythonFloat(text)) return null;
  return /inf|nan/i.test(text) ? `float(${pythonString(text.trim())})` : text.trim();
}

/** The shortest form that Python reads as the same float. */
function floatLiteral(value: number): string {
  if (!Number.isFinite(value)) return `float("${String(value).replace('Infinity', 'inf').toLowerCase()}")`;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e16)) return value.toExponential();
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
