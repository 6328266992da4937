import { pointerOf, type Path } from '../json/locate.ts';
import { withhold } from '../personal-data/withhold.ts';

/** Shorter keys are neither secrets nor personal data. */
const SHORTEST = 8;
const MOST_KNOWN = 1000;
/** Keys come back in every row. */
const known = new Map<string, string>();

/** A key fit to show: what is a secret or personal data in it is withheld. */
export function shownKey(key: string): string {
  if (key.length < SHORTEST) return key;
  let shown = known.get(key);
  if (shown === undefined) {
    shown = withhold(key);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, shown);
  }
  return shown;
}

/** The JSON pointer (RFC 6901) of a path, its keys fit to show. */
export function shownPointer(path: Path): string {
  const isShown = path.every((step) => typeof step === 'number' || shownKey(step) === step);
  return pointerOf(isShown ? path : path.map((step) => (typeof step === 'number' ? step : shownKey(step))));
}
