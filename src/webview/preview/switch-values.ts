import type { SwitchVariable } from '../../core/template/preview-rendering.ts';
import type { PreviewSwitches } from '../../core/template/preview-switches.ts';

/** How a variable stands: as the row has it, on, off, not given although the row gives it, or a value of its own. */
export type VariableMode = 'default' | 'true' | 'false' | 'unset' | 'value';

/** How a variable stands in the switches. */
export function modeOf(name: string, { variables }: PreviewSwitches): VariableMode {
  if (!Object.hasOwn(variables, name)) return 'default';
  const json = variables[name] ?? null;
  if (json === null) return 'unset';
  return json === 'true' || json === 'false' ? json : 'value';
}

/** The ways in which a variable may stand: what is only tested has no other values than on and off. */
export function modesOf({ tested, ofRow }: SwitchVariable): VariableMode[] {
  return [
    'default',
    'true',
    'false',
    ...(ofRow === null ? [] : (['unset'] as const)),
    ...(tested ? [] : (['value'] as const)),
  ];
}

/** The switches with a variable at a JSON text, not given (null), or as the row has it (undefined). */
export function withVariable(
  switches: PreviewSwitches,
  name: string,
  json: string | null | undefined,
): PreviewSwitches {
  const others = Object.entries(switches.variables).filter(([other]) => other !== name);
  const own: [string, string | null][] = json === undefined ? [] : [[name, json]];
  return { ...switches, variables: Object.fromEntries([...others, ...own]) };
}

/** Whether a text is JSON that Python reads as well. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
