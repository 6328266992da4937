import * as v from 'valibot';
import { HubError } from './hub-error.ts';
import { hardware } from './hardware.ts';

const variables = v.record(
  v.string(),
  v.pipe(
    v.union([v.string(), v.number(), v.boolean()]),
    v.transform((value) => String(value)),
  ),
);
const labelText = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[A-Za-z0-9_-]*$/, 'letters, digits, - and _ only'),
);
export const Labels = v.record(labelText, labelText);

const Volume = v.object({
  type: v.picklist(['model', 'dataset', 'space', 'bucket']),
  source: v.pipe(v.string(), v.regex(/^[^/]+\/[^/]+$/, 'a volume is namespace/name')),
  mountPath: v.pipe(v.string(), v.regex(/^\/./, 'a mount path begins with /')),
  revision: v.optional(v.string()),
  readOnly: v.optional(v.boolean()),
  path: v.optional(v.string()),
});
export type Volume = v.InferOutput<typeof Volume>;

/** The body of POST /api/jobs/{namespace}; what stays out of it has the Hub's defaults. */
export const JobSpec = v.object({
  command: v.optional(v.array(v.string()), []),
  arguments: v.optional(v.array(v.string()), []),
  environment: v.optional(variables, {}),
  secrets: v.optional(variables, {}),
  flavor: v.optional(v.string(), 'cpu-basic'),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1)), 30 * 60),
  attempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  labels: v.optional(Labels, {}),
  volumes: v.optional(v.array(Volume), []),
  dockerImage: v.optional(v.string()),
  spaceId: v.optional(v.string()),
});
export type JobSpec = v.InferOutput<typeof JobSpec>;

/** @throws HubError 400 for what the form allows and the Hub does not, 501 for what is not simulated */
export function checkSpec(spec: JobSpec): void {
  if (hardware.every(({ name }) => name !== spec.flavor)) {
    throw new HubError(400, `Invalid hardware flavor: ${spec.flavor}`);
  }
  if (spec.command.length + spec.arguments.length === 0) throw new HubError(400, 'A job needs a command.');
  if ((spec.dockerImage === undefined) === (spec.spaceId === undefined)) {
    throw new HubError(400, 'A job needs one of dockerImage and spaceId.');
  }
  if (spec.volumes.some(({ type }) => type === 'bucket')) {
    throw new HubError(501, 'The simulated Hub has no buckets.');
  }
}
