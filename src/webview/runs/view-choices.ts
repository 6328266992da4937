import * as v from 'valibot';

/** The parts of the Run screen that open and close. */
const foldNames = ['rows', 'log', 'recipe', 'environment', 'checkpoints'] as const;
export type FoldName = (typeof foldNames)[number];

/** How the reader wants to see a run: what the page keeps over a reload. */
export const viewChoices = v.object({
  x: v.picklist(['step', 'epoch', 'time']),
  smoothing: v.pipe(v.number(), v.minValue(0), v.maxValue(0.99)),
  logScale: v.boolean(),
  open: v.array(v.picklist(foldNames)),
});
export type ViewChoices = v.InferOutput<typeof viewChoices>;

export const defaultChoices: ViewChoices = {
  x: 'step',
  smoothing: 0.8,
  logScale: false,
  open: ['rows', 'log'],
};

/** The choices with one fold turned round. */
export function toggleFold(choices: ViewChoices, name: FoldName): ViewChoices {
  const open = choices.open.includes(name)
    ? choices.open.filter((other) => other !== name)
    : [...choices.open, name];
  return { ...choices, open };
}
