import * as v from 'valibot';

/** A row of which tuning-fork.yaml speaks, by the digest of its value in hexadecimal. */
export const knownRow = v.object({ row: v.number(), digest: v.string() });
export type KnownRow = v.InferOutput<typeof knownRow>;
