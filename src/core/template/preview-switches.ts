import * as v from 'valibot';

/** Where the tools of a rendering come from. */
const toolsSwitch = v.variant('kind', [
  v.object({ kind: v.literal('row') }),
  v.object({ kind: v.literal('none') }),
  /** A file that was read; `json` is a list of tools. */
  v.object({ kind: v.literal('file'), name: v.string(), json: v.string(), count: v.number() }),
]);
export type ToolsSwitch = v.InferOutput<typeof toolsSwitch>;

/** What `apply_chat_template` is called with besides the row. */
export const previewSwitches = v.object({
  addGenerationPrompt: v.boolean(),
  /** `true` continues the content, a text the field of that name. */
  continueFinalMessage: v.union([v.boolean(), v.string()]),
  tools: toolsSwitch,
  /** Variables by name: their JSON text, or null for one that is unset though the row sets it. The rest is as the row has it. */
  variables: v.record(v.string(), v.nullable(v.string())),
});
export type PreviewSwitches = v.InferOutput<typeof previewSwitches>;

/** How TRL 1.16 renders a row to train on it (sft_trainer.py, `tokenize_fn`): nothing but the row's own columns. */
export const trainingSwitches: PreviewSwitches = {
  addGenerationPrompt: false,
  continueFinalMessage: false,
  tools: { kind: 'row' },
  variables: {},
};

/** Names of the switches that stand otherwise than in training. */
export function changedSwitches(switches: PreviewSwitches): string[] {
  const { addGenerationPrompt, continueFinalMessage, tools, variables } = switches;
  return [
    ...(addGenerationPrompt ? ['add_generation_prompt'] : []),
    ...(continueFinalMessage === false ? [] : ['continue_final_message']),
    ...(tools.kind === 'row' ? [] : ['tools']),
    ...Object.keys(variables),
  ];
}
