import type { Finding } from './finding.ts';
import { joinBytes } from '../reading/join-bytes.ts';

const LF = 0x0a;
const CR = 0x0d;

/** What applying fixes gave. */
export interface FixedFile {
  readonly bytes: Uint8Array;
  /** Fixes that were applied; of two that overlap the later one waits for the next round. */
  readonly applied: number;
}

/** The bytes of a file with fixes applied; whatever no fix touches stays as it is. `findings` must be those of exactly these bytes. */
export function applyFixes(bytes: Uint8Array, findings: readonly Finding[]): FixedFile {
  const changes = findings
    .flatMap((found) => changesOf(bytes, found))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  let applied = 0;
  for (const { start, end, text } of changes) {
    if (start < at) continue;
    parts.push(bytes.subarray(at, start), text);
    at = end;
    applied++;
  }
  parts.push(bytes.subarray(at));
  const edited = joinBytes(parts);
  const lineEnds = findings.some(({ fix }) => fix?.edit.kind === 'line-ends');
  return lineEnds ? { bytes: withLf(edited), applied: applied + 1 } : { bytes: edited, applied };
}

/** Whether `--fix` takes it without asking. */
export function isSafelyFixable({ fix }: Finding): boolean {
  return fix?.safe === true;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: Uint8Array;
}

const NOTHING = new Uint8Array(0);

function changesOf(bytes: Uint8Array, { fix, start, end }: Finding): Change[] {
  if (fix === undefined || start === undefined || end === undefined) return [];
  switch (fix.edit.kind) {
    case 'replace':
      return [{ start, end, text: new TextEncoder().encode(fix.edit.text) }];
    case 'remove-line':
      return [{ ...lineAt(bytes, start, end), text: NOTHING }];
    case 'line-ends':
      return [];
    default:
      return fix.edit satisfies never;
  }
}

/** The line that holds a stretch, with its end; of a last line without one, the end of the line before. */
function lineAt(bytes: Uint8Array, start: number, end: number): { start: number; end: number } {
  const before = start === 0 ? -1 : bytes.lastIndexOf(LF, start - 1);
  const after = bytes.indexOf(LF, end);
  if (after >= 0) return { start: before + 1, end: after + 1 };
  const crlf = before > 0 && bytes[before - 1] === CR;
  return { start: before < 0 ? 0 : crlf ? before - 1 : before, end: bytes.length };
}

function withLf(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === CR && bytes[at + 1] === LF) continue;
    out[length++] = bytes[at] ?? 0;
  }
  return out.subarray(0, length);
}
