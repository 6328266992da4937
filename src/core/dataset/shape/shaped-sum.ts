import { DIGEST_WORDS } from '../comparing/digest.ts';
import { eachText } from '../row/each-text.ts';
import type { JsonValue } from '../json/json-value.ts';
import { TextDigest } from '../comparing/text-digest.ts';
import { pathDigest, ValueDigest } from '../comparing/value-digest.ts';
import { numberOf, standsForText, type TextNumber } from './text-number.ts';

/** How the digest of a value is made of those of its texts: each is ended with its path, and all are added to the rest. */
export interface ShapedSum {
  readonly texts: readonly { readonly number: TextNumber; readonly path: Int32Array }[];
  readonly rest: Int32Array;
}

/** @param value in which numbers stand for texts */
export function shapedSum(value: JsonValue): ShapedSum {
  const whole = new ValueDigest();
  whole.add(value);
  const rest = whole.digest(new Int32Array(DIGEST_WORDS));
  const texts: { number: TextNumber; path: Int32Array }[] = [];
  eachText(value, (text, path, isKey) => {
    if (isKey || !standsForText(text)) return;
    const end = pathDigest(path);
    subtract(rest, text, end);
    texts.push({ number: numberOf(text), path: end });
  });
  return { texts, rest };
}

function subtract(sum: Int32Array, text: string, path: Int32Array): void {
  const digest = new TextDigest();
  const own = new Int32Array(DIGEST_WORDS);
  digest.begin();
  digest.text(text);
  digest.mixKept(path, 0);
  digest.addTo(own);
  for (let n = 0; n < DIGEST_WORDS; n++) sum[n] = (sum[n] ?? 0) - (own[n] ?? 0);
}
