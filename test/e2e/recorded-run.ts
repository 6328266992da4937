import fs from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A line of events.jsonl, as far as the tests look at it. Read here without the product's own parser. */
export interface RecordedEvent {
  readonly seq: number;
  readonly type: string;
  readonly step?: number;
  readonly metrics?: Readonly<Record<string, unknown>>;
  readonly outcome?: string;
}

/**
 * The directory of a folder's one run.
 * @throws where there is none or more than one
 */
export async function onlyRun(folder: string): Promise<string> {
  const runs = path.join(folder, '.tuning-fork/runs');
  const ids = (await fs.readdir(runs)).filter((name) => !name.startsWith('.'));
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) throw new Error(`There is not one run but: ${ids.join(', ')}`);
  return path.join(runs, id);
}

/** The events so far; a last line that is being written is left out. */
export async function recordedEvents(run: string): Promise<RecordedEvent[]> {
  const text = await fs.readFile(path.join(run, 'events.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as RecordedEvent);
}

/** The steps whose training loss was logged, in the order of the file. */
export function loggedSteps(events: readonly RecordedEvent[]): (number | undefined)[] {
  const losses = events.filter(
    ({ type, metrics }) => type === 'log' && metrics !== undefined && 'loss' in metrics,
  );
  return losses.map(({ step }) => step);
}

/** How the run ended, by its own word. */
export async function recordedOutcome(run: string): Promise<string | undefined> {
  return (await recordedEvents(run)).find(({ type }) => type === 'ended')?.outcome;
}

/** The processes whose command line names the run's directory: its leader and whatever that has started. */
export async function processesOf(run: string): Promise<string[]> {
  const pids = (await fs.readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(pids.map(async (pid) => (await commandLine(pid)).includes(run)));
  return pids.filter((_pid, index) => named[index]);
}

/** Kills what a failed test has left running, so that it takes no time from the next. */
export async function endRuns(folder: string): Promise<void> {
  for (const pid of await processesOf(path.join(folder, '.tuning-fork/runs/'))) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** 1, 2, …, count. */
export function oneTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Empty where the process is gone. */
async function commandLine(pid: string): Promise<string> {
  return fs.readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

/** A run that was trained elsewhere and has ended: views read directories, whoever wrote them. */
export async function recordEndedRun(folder: string, name = 'tiny'): Promise<string> {
  const id = `20261125-200508-${name}-0001`;
  const run = path.join(folder, '.tuning-fork/runs', id);
  await fs.mkdir(run, { recursive: true });
  await fs.copyFile(path.join(root, 'test/fixtures/events/completed.jsonl'), path.join(run, 'events.jsonl'));
  const nothing = { python: null, pid: null, startTicks: null, bootId: null, uid: null };
  const hashes = { data: [], templateSha256: null, tokenizerSha256: null };
  const what = { version: 1, id, name, launcher: 'local', recipe: 'tiny.sft.yaml', command: [] };
  const where = { hostname: 'elsewhere', outputDir: path.join(folder, 'out'), versions: { trl: '1.16.0' } };
  const record = { ...what, ...where, ...nothing, ...hashes, createdAt: '2026-11-25T20:05:08.000Z' };
  await fs.writeFile(path.join(run, 'run.json'), JSON.stringify(record));
  return run;
}

/** Puts a comparison of the sample into a run's directory, as one that was made before. */
export async function recordComparison(run: string): Promise<void> {
  const folder = path.join(run, 'comparisons/20261125-210000');
  await fs.mkdir(folder, { recursive: true });
  const recorded = path.join(root, 'test/fixtures/comparisons/conductor.json');
  await fs.copyFile(recorded, path.join(folder, 'comparison.json'));
}
