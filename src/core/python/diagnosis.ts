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

const hubAccount = v.object({
  name: v.string(),
  /** Where repositories can be made. */
  namespaces: v.array(v.string()),
  role: v.nullable(v.picklist(['read', 'write', 'admin', 'fine-grained'])),
  /** Null where it cannot be told. */
  canWrite: v.nullable(v.boolean()),
  /** The emulator on this computer answered. */
  simulated: v.boolean(),
});

/** What `doctor --format json` prints. */
export const doctorReport = v.object({
  version: v.literal(1),
  python: v.nullable(v.object({ path: v.string(), version: v.string(), source: v.string() })),
  packages: v.record(v.string(), v.string()),
  gpu: v.nullable(accelerator),
  hub: v.object({
    endpoint: v.string(),
    tokenSource: v.nullable(v.string()),
    /** With --hub: whose token it is; null where the Hub did not say. */
    account: v.optional(v.nullable(hubAccount)),
  }),
  checks: v.array(
    v.object({ id: v.string(), ok: v.boolean(), message: v.string(), todo: v.nullable(v.string()) }),
  ),
});
export type DoctorReport = v.InferOutput<typeof doctorReport>;
