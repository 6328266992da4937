import * as v from 'valibot';

/** The accelerator as PyTorch sees it; `unknown` where PyTorch is missing or broken. */
const accelerator = v.variant('kind', [
  v.object({ kind: v.literal('cpu') }),
  v.object({ kind: v.literal('mps') }),
  v.object({ kind: v.literal('unknown'), reason: v.string() }),
  v.object({
    kind: v.literal('cuda'),
    devices: v.array(v.object({ name: v.string(), memoryBytes: v.number() })),
  }),
]);
export type Accelerator = v.InferOutput<typeof accelerator>;

/** What `python -m tuning_fork doctor` prints: one JSON object. */
export const diagnosis = v.object({ version: v.literal(1), gpu: accelerator });

/** `doctor --format json` (CLI.md). */
export const doctorReport = v.object({
  version: v.literal(1),
  python: v.nullable(v.object({ path: v.string(), version: v.string(), source: v.string() })),
  packages: v.record(v.string(), v.string()),
  gpu: v.nullable(accelerator),
  hub: v.object({ endpoint: v.string(), tokenSource: v.nullable(v.string()) }),
  checks: v.array(
    v.object({ id: v.string(), ok: v.boolean(), message: v.string(), todo: v.nullable(v.string()) }),
  ),
});
export type DoctorReport = v.InferOutput<typeof doctorReport>;
