/** Text of an event in a job's log, or a part of one that was too long for a line. */
export type JobLogEvent =
  | { readonly kind: 'whole'; readonly seq: number; readonly json: string }
  | {
      readonly kind: 'part';
      readonly seq: number;
      readonly part: number;
      readonly of: number;
      readonly piece: string;
    };

/**
 * The event that a line of a job's log carries (python/tuning_fork/job_log.py): `tuning-fork:<nonce> {json}`, or
 * `tuning-fork:<nonce> +<seq> <i>/<n> <piece>`. Null for whatever else a job prints: the nonce is not known to a model.
 */
export function jobLogEvent(line: string, nonce: string): JobLogEvent | null {
  const prefix = `tuning-fork:${nonce} `;
  if (nonce === '' || !line.startsWith(prefix)) return null;
  const rest = line.slice(prefix.length).replace(/\r?\n?$/, '');
  const part = /^\+(\d+) (\d+)\/(\d+) ([\s\S]*)$/.exec(rest);
  if (part !== null) {
    const [, seq, index, of, piece = ''] = part;
    return { kind: 'part', seq: Number(seq), part: Number(index), of: Number(of), piece };
  }
  const seq = seqOf(rest);
  return seq === null ? null : { kind: 'whole', seq, json: rest };
}

/** The number of an event's JSON text; null if it is no event. */
export function seqOf(json: string): number | null {
  try {
    const event: unknown = JSON.parse(json);
    if (typeof event !== 'object' || event === null || !('seq' in event)) return null;
    return Number.isSafeInteger(event.seq) ? Number(event.seq) : null;
  } catch {
    return null;
  }
}
