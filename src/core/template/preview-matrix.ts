import * as v from 'valibot';
import { lineChange } from './line-change.ts';
import { previewRequest } from './preview-rendering.ts';
import type { PreviewSwitches } from './preview-switches.ts';
import { renderError } from './render-request.ts';

/** Columns that stand beside each other at most. */
export const MOST_COLUMNS = 8;

/** Switches whose combinations are rendered beside each other. */
export const matrixRequest = v.object({ request: previewRequest, names: v.array(v.string()) });
export type MatrixRequest = v.InferOutput<typeof matrixRequest>;

/** One combination: what differs from how the switches stand now, and what comes of it. */
const matrixColumn = v.object({
  /** Name of each switch that stands otherwise → its value as text; none for how they stand now. */
  settings: v.array(v.object({ name: v.string(), value: v.string() })),
  outcome: v.variant('kind', [
    v.object({
      kind: v.literal('rendered'),
      /** Beside the text as the switches stand now; null if it differs too much. */
      changes: v.nullable(v.array(lineChange)),
      tokens: v.nullable(v.number()),
      answers: v.number(),
    }),
    v.object({ kind: v.literal('refused'), error: renderError }),
  ]),
});
export type MatrixColumn = v.InferOutput<typeof matrixColumn>;
export const matrixColumns = v.array(matrixColumn);

/** The values that a switch goes through. `unset` stands for a variable that is not given. */
export function axisValues(name: string): readonly string[] {
  if (name === 'add_generation_prompt' || name === 'continue_final_message') return ['false', 'true'];
  return name === 'tools' ? ['row', 'none'] : ['unset', 'true', 'false'];
}

/** How many columns the combinations of these switches take. */
export function columnsOf(names: readonly string[]): number {
  return names.reduce((count, name) => count * axisValues(name).length, 1);
}

/** All combinations of the switches, how they stand now first; never more than fit. */
export function combinations(
  now: PreviewSwitches,
  names: readonly string[],
): { readonly settings: MatrixColumn['settings']; readonly switches: PreviewSwitches }[] {
  let all: { settings: MatrixColumn['settings']; switches: PreviewSwitches }[] = [
    { settings: [], switches: now },
  ];
  for (const name of names) {
    const current = valueOf(now, name);
    const values = [current, ...axisValues(name).filter((value) => value !== current)];
    const next = values.flatMap((value, i) =>
      all.map(({ settings, switches }) =>
        i === 0
          ? { settings, switches }
          : { settings: [...settings, { name, value }], switches: withValue(switches, name, value) },
      ),
    );
    if (next.length > MOST_COLUMNS) break;
    all = next;
  }
  return all;
}

function valueOf(
  { addGenerationPrompt, continueFinalMessage, tools, variables }: PreviewSwitches,
  name: string,
): string {
  switch (name) {
    case 'add_generation_prompt':
      return String(addGenerationPrompt);
    case 'continue_final_message':
      return String(continueFinalMessage);
    case 'tools':
      return tools.kind;
    default:
      return variables[name] ?? 'unset';
  }
}

function withValue(switches: PreviewSwitches, name: string, value: string): PreviewSwitches {
  switch (name) {
    case 'add_generation_prompt':
      return { ...switches, addGenerationPrompt: value === 'true' };
    case 'continue_final_message':
      return { ...switches, continueFinalMessage: value === 'true' };
    case 'tools':
      return { ...switches, tools: value === 'none' ? { kind: 'none' } : { kind: 'row' } };
    default:
      return { ...switches, variables: { ...switches.variables, [name]: value === 'unset' ? null : value } };
  }
}
