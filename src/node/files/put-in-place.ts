import { HumanError } from '../../core/text/human-error.ts';
import { Replacement, type Move } from './replacement.ts';

/**
 * Puts files into their places, over what is there: all of them or none. What was there lies beside it under a hidden name until all
 * are in place, and no place is ever empty or half-written. A kill between two moves leaves the first file new and the second old, each
 * whole, and beside them `.NAME.PID-….old` (what was there) and `.NAME.PID-….part` (what did not come into its place), which go when the
 * file is written again.
 * @throws {HumanError} where the file system refuses one
 */
export function putInPlace(moves: readonly Move[]): void {
  const replacements = moves.map((move) => new Replacement(move));
  try {
    for (const each of replacements) each.keepAside();
    for (const each of replacements) each.move();
  } catch (error) {
    const stuck = replacements.toReversed().flatMap((each) => (each.undo() ? [] : each.target));
    if (stuck[0] === undefined) throw error;
    throw new HumanError('prepare.not-put-back', { path: stuck[0] }, { cause: error });
  }
  for (const each of replacements) each.removeAside();
}
