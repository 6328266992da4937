import { readFileFacts, type FileFacts } from './count-rows.ts';
import type { DataPart, ResolvedData } from './resolve-data.ts';

/** A data file with what one pass over it told. */
interface ReadFile extends FileFacts {
  readonly path: string;
}

/** The files of a part of the data, and how many rows of them are used. */
export interface ReadPart {
  readonly files: readonly ReadFile[];
  /** Rows in the files; null where one was not counted. */
  readonly rowsInFiles: number | null;
  /** Rows that are used; null where that cannot be told. */
  readonly rows: number | null;
}

export interface ReadData {
  readonly train: ReadPart;
  readonly test: ReadPart | null;
  /** Files that are there and may not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Reads and counts all data files, each once.
 * @param testSplitSize rows that TRL moves from train to test (`test_split_size`): below 1 a share, else a number of rows
 */
export async function readData(data: ResolvedData, testSplitSize: number | null): Promise<ReadData> {
  const known = new Map<string, Promise<ReadFile>>();
  const unreadable: string[] = [];
  const readOnce = async (path: string): Promise<ReadFile> => {
    try {
      return { path, ...(await readFileFacts(path)) };
    } catch {
      unreadable.push(path);
      return { path, bytes: 0, sha256: '', rows: null, columns: null };
    }
  };
  const read = (path: string): Promise<ReadFile> => {
    const reading = known.get(path) ?? readOnce(path);
    known.set(path, reading);
    return reading;
  };
  const train = await readParts(data.train, read);
  const test = data.test === null ? null : await readParts(data.test, read);
  if (testSplitSize === null || test !== null) return { train, test, unreadable };
  // datasets 5.2 arrow_dataset.py train_test_split: the test share is rounded up, the rest trains.
  const all = train.rows;
  const size = testSplitSize < 1 ? Math.ceil(testSplitSize * (all ?? 0)) : testSplitSize;
  const held = all === null ? null : Math.min(size, all);
  return {
    train: { ...train, rows: all === null || held === null ? null : all - held },
    test: { files: [], rowsInFiles: held, rows: held },
    unreadable,
  };
}

async function readParts(
  parts: readonly DataPart[],
  read: (path: string) => Promise<ReadFile>,
): Promise<ReadPart> {
  const all = await Promise.all(
    parts.map(async (part) => ({ part, files: await Promise.all(part.files.map(read)) })),
  );
  const counts = all.map(({ files }) => sum(files.map((file) => file.rows)));
  if (parts.length === 0) return { files: [], rowsInFiles: null, rows: null };
  const sliced = parts.some((part) => part.sliced);
  const rowsInFiles = sum(counts);
  const files = all.flatMap((each) => each.files);
  return { files, rowsInFiles, rows: sliced ? null : mixed(parts, counts) };
}

/** Rows of a mixture: the first `round(share × total)` of each, the total as large as the scarcest allows (trl 1.16 utils.py:456). */
function mixed(parts: readonly DataPart[], counts: readonly (number | null)[]): number | null {
  const fractions = parts.map((part) => part.fraction);
  if (fractions.every((fraction) => fraction === null)) return sum(counts);
  const shares = fractions.map((fraction) => fraction ?? 0);
  const whole = shares.reduce((total, share) => total + share, 0);
  if (whole <= 0 || counts.includes(null)) return null;
  const weights = shares.map((share) => share / whole);
  const totals = weights.flatMap((weight, index) => (weight > 0 ? [(counts[index] ?? 0) / weight] : []));
  const total = Math.min(...totals);
  return sum(weights.map((weight) => roundHalfEven(weight * total)));
}

/** Python's round(). */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (total, number) => (total === null || number === null ? null : total + number),
    0,
  );
}
