import fs from 'node:fs/promises';
import * as v from 'valibot';

const header = v.record(v.string(), v.object({ shape: v.optional(v.array(v.number())) }));
/** The format allows 100 MB; a header of a real model has a few. */
const LARGEST_HEADER = 32 * 1024 * 1024;

/** Numbers in all safetensors files (8 bytes of length, then JSON with the shapes); null where none can be read. */
export async function countParameters(files: readonly string[]): Promise<number | null> {
  let sum: number | null = null;
  for (const file of files) {
    if (!file.endsWith('.safetensors')) continue;
    const count = await countIn(file);
    if (count === null) return null;
    sum = (sum ?? 0) + count;
  }
  return sum;
}

async function countIn(file: string): Promise<number | null> {
  const handle = await fs.open(file, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const start = Buffer.alloc(8);
    await handle.read(start, 0, 8, 0);
    const length = Number(start.readBigUInt64LE());
    if (length === 0 || length > LARGEST_HEADER) return null;
    const text = Buffer.alloc(length);
    await handle.read(text, 0, length, 8);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), header), text.toString('utf8'));
    if (!parsed.success) return null;
    const shapes = Object.entries(parsed.output).flatMap(([name, tensor]) =>
      name === '__metadata__' || tensor.shape === undefined ? [] : [tensor.shape],
    );
    return shapes.reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);
  } finally {
    await handle.close();
  }
}
