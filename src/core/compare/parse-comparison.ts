import * as v from 'valibot';
import { parseNonFiniteJson } from '../run/non-finite-json.ts';
import { HumanError } from '../text/human-error.ts';
import { comparison, type Comparison } from './comparison.ts';

const versioned = v.looseObject({ version: v.number() });

/**
 * Reads the text of a comparison.json.
 * @param path names the file in sentences
 * @throws {HumanError} `compare.file.newer`: a later version wrote it; `compare.file.broken`: it is none, or cut
 */
export function parseComparison(text: string, path: string): Comparison {
  let value: unknown;
  try {
    value = parseNonFiniteJson(text);
  } catch (error) {
    throw new HumanError('compare.file.broken', { path }, { cause: error });
  }
  if (v.is(versioned, value) && value.version > 1) {
    throw new HumanError('compare.file.newer', { path, version: value.version });
  }
  const parsed = v.safeParse(comparison, value);
  if (!parsed.success) throw new HumanError('compare.file.broken', { path });
  return parsed.output;
}
