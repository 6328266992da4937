import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isJsonLinesName } from '../../../core/dataset/prepare/json-lines-name.ts';
import type { DescribedFile, Provenance } from '../../../core/dataset/prepare/provenance.ts';
import { HumanError } from '../../../core/text/human-error.ts';
import { PartFile } from '../../files/part-file.ts';
import { provenancePath } from './provenance-path.ts';
import { putInPlace } from '../../files/put-in-place.ts';
import type { SourceFile } from './source-file.ts';
import { writtenPlace } from '../../files/written-place.ts';

/** What a note says besides the files themselves. */
export interface Origin {
  readonly version: string;
  /** The files that were read, in their order. */
  readonly sources: readonly SourceFile[];
  readonly steps: Provenance['steps'];
  readonly dropped: Provenance['rows']['dropped'];
  /** Rows that came into the new file and lost something. */
  readonly lost?: Provenance['rows']['lost'];
}

/** The files that one command writes: they come into their places together with their notes, or none does. */
export class NewFiles {
  readonly #parts: PartFile[] = [];
  readonly #force: boolean;

  /** @throws {HumanError} if one is named as another format, or it or its note is an input, another one, no file, or there and may not be written over */
  constructor(targets: readonly string[], inputs: readonly string[], force: boolean) {
    this.#force = force;
    const misnamed = targets.find((target) => !isJsonLinesName(target));
    if (misnamed !== undefined) throw new HumanError('prepare.not-json-lines', { path: misnamed });
    const places = new Set<string>();
    for (const target of targets.flatMap((each) => [each, provenancePath(each)])) {
      if (inputs.some((input) => isSameFile(target, input)))
        throw new HumanError('prepare.is-input', { path: target });
      this.#refuseTaken(target);
      const place = writtenPlace(target);
      if (places.has(place)) throw new HumanError('prepare.same-place', { path: target });
      places.add(place);
    }
  }

  /** @throws the error of the file system where the folder is not there or may not be written to */
  open(target: string): PartFile {
    const part = new PartFile(target);
    this.#parts.push(part);
    return part;
  }

  /** Writes the notes and puts everything into its place. @throws the signal's reason if it was given up until now */
  async publish(parts: readonly (readonly [PartFile, Origin])[], signal: AbortSignal): Promise<void> {
    for (const [part, origin] of parts) {
      const digest = part.close();
      const note = this.open(provenancePath(part.target));
      note.write(`${JSON.stringify(noteOf(part, digest, origin), null, 2)}\n`);
      note.close();
    }
    // lets a Ctrl+C be heard that came while the last rows were written
    await setImmediate();
    signal.throwIfAborted();
    for (const { target } of this.#parts) this.#refuseTaken(target);
    putInPlace(this.#parts.map(({ move }) => move));
  }

  /** Leaves nothing behind of what was not published. */
  abandon(): void {
    for (const part of this.#parts) part.abandon();
  }

  #refuseTaken(target: string): void {
    const there = fs.statSync(writtenPlace(target), { throwIfNoEntry: false });
    if (there === undefined) return;
    if (!there.isFile()) throw new HumanError('prepare.is-no-file', { path: target });
    if (!this.#force) throw new HumanError('prepare.is-there', { path: target });
  }
}

function noteOf(part: PartFile, sha256: string, origin: Origin): Provenance {
  const { version, sources, steps, dropped, lost = [] } = origin;
  const folder = path.dirname(part.target);
  const described = (file: string, rest: Omit<DescribedFile, 'path'>): DescribedFile => ({
    path: path.relative(folder, file).replaceAll(path.sep, '/'),
    ...rest,
  });
  const { bytes, lines } = part;
  return {
    version: 1,
    program: { name: 'tuning-fork', version },
    inputs: sources.map((source) =>
      described(source.path, { bytes: source.bytes, sha256: source.sha256, rows: source.rows }),
    ),
    steps: [...steps],
    output: described(part.target, { bytes, sha256, rows: lines }),
    rows: {
      in: sources.reduce((sum, { rows }) => sum + rows, 0),
      out: lines,
      dropped: dropped.filter(({ rows }) => rows > 0),
      lost: [...lost, ...lostBytes(sources, lines)],
    },
  };
}

/** Rows with columns of bytes, which are text now: of several files all rows come into the new one. */
function lostBytes(sources: readonly SourceFile[], lines: number): Provenance['rows']['lost'] {
  const rows = sources.reduce((sum, source) => sum + (source.hasBytes ? source.rows : 0), 0);
  return rows === 0 ? [] : [{ what: 'bytes-as-text', rows: Math.min(rows, lines) }];
}

function isSameFile(a: string, b: string): boolean {
  const [x, y] = [a, b].map((file) => fs.statSync(file, { throwIfNoEntry: false }));
  return x !== undefined && y !== undefined && x.ino === y.ino && x.dev === y.dev;
}
