import * as v from 'valibot';
import type { Message } from '../../core/text/message.ts';

/** The packages that a run is made with, by the names that pip knows. */
export const trainingPackages = ['torch', 'transformers', 'trl', 'datasets', 'peft', 'accelerate'] as const;

/** What the probe of an interpreter prints: one JSON object. */
export const probeAnswer = v.object({
  version: v.string(),
  executable: v.string(),
  packages: v.record(v.string(), v.string()),
  ensurepip: v.boolean(),
});

/** A Python that runs, with the versions of the packages that it has, and how it came to be chosen. */
export interface Interpreter {
  readonly path: string;
  /** Such as `3.11.7`. */
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly ensurepip: boolean;
  readonly source: Message;
}

/** TRL 1.16 declares `requires-python >= 3.11`. */
const OLDEST_PYTHON: readonly [number, number] = [3, 11];

/** The oldest TRL that the product was tested with. */
export const OLDEST_TRL: readonly [number, number] = [1, 16];

/** Whether a dotted version is at least major.minor. */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Whether an interpreter is new enough for TRL. */
export function runsTrl(interpreter: { readonly version: string }): boolean {
  return isAtLeast(interpreter.version, OLDEST_PYTHON);
}

/** The packages of a run that an interpreter lacks; peft only where the recipe asks for it. */
export function missingPackages(
  interpreter: Interpreter,
  wanted: readonly string[] = trainingPackages,
): string[] {
  return wanted.filter((name) => interpreter.packages[name] === undefined);
}
