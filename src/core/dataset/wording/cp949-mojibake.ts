const RUN = /[?\ufffd\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{3,}/g;
const LEAST_CHARACTERS = 2;
const LEAST_STRETCH = 3;
/** Stands for a byte that was lost. */
const LOST = -1;
/** Depending on the decoder, U+FFFD stands for one lost byte, or a question mark for two. */
const LOSSES: ReadonlyMap<string, readonly number[]> = new Map([
  ['\ufffd', [LOST]],
  ['?', [LOST, LOST]],
]);

/**
 * Where Korean text in UTF-8 was read as CP949: the characters, written as CP949 again, are UTF-8 of Hangul, but for bytes that were lost.
 * `[from, to]` in UTF-16 units.
 */
export function cp949Mojibake(text: string): (readonly [number, number])[] {
  if (!MAY_BE.test(text)) return [];
  const found: (readonly [number, number])[] = [];
  let hasWhole = false;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (hangulIn(encoded(run)) < LEAST_CHARACTERS) continue;
    found.push([index, index + run.length]);
    hasWhole ||= run.split('\ufffd').some(hasWholeSyllable);
  }
  return hasWhole ? found : [];
}

/** Whether no byte of some syllable is lost: what was lost alone may be any text. */
function hasWholeSyllable(stretch: string): boolean {
  if (stretch.length < LEAST_STRETCH) return false;
  const bytes = encoded(stretch);
  return bytes.some((byte, at) => isHangul(byte, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0));
}

/** Lead bytes EA–ED of Hangul in UTF-8 are those of Hanja in CP949, or are lost. */
const MAY_BE = /[\ufffd\u4e00-\u9fff\uf900-\ufaff][?\ufffd\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;

function encoded(run: string): number[] {
  const table = (encoder ??= cp949Encoder());
  return Array.from(run).flatMap((character) => LOSSES.get(character) ?? table.get(character) ?? []);
}

/** How many Hangul syllables stand one after another in UTF-8, at most, of which two bytes at least are there. */
function hangulIn(bytes: readonly number[]): number {
  let most = 0;
  for (let start = 0; start < 3; start++) {
    let count = 0;
    for (let at = start; at + 2 < bytes.length; at += 3) {
      const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
      const isLost = b === LOST && (c === LOST || isContinuation(c));
      if (isLost) continue;
      const isIt = a === LOST ? isAdded(b, c) && isHangul(leadFor(b), b, c) : isHangul(a, b, c);
      count = isIt ? count + 1 : 0;
      most = Math.max(most, count);
    }
  }
  return most;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Whether two bytes are of a syllable that CP949 adds: rare in Korean, and most of what comes of UTF-8. */
function isAdded(lead: number, trail: number): boolean {
  return lead < 0xa1 || trail < 0xa1;
}

/** A lead byte with which the byte after it may be of Hangul. */
function leadFor(second: number): number {
  return second >= 0xb0 ? 0xea : 0xec;
}

function isHangul(a: number, b: number, c: number): boolean {
  if ((a & 0xf0) !== 0xe0 || !isContinuation(b) || !isContinuation(c)) return false;
  const code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  return code >= 0xac00 && code <= 0xd7a3;
}

let encoder: ReadonlyMap<string, readonly number[]> | null = null;

/**
 * The platform decodes EUC-KR but encodes neither it nor CP949, so its table is inverted once. CP949 adds the syllables that EUC-KR
 * lacks, in the order of Unicode, at the pairs of bytes that are left.
 */
function cp949Encoder(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('euc-kr');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
    }
  }
  const left = addedPairs();
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const syllable = String.fromCharCode(code);
    if (table.has(syllable)) continue;
    const { value } = left.next();
    if (value !== undefined) table.set(syllable, value);
  }
  return table;
}

/** Lead bytes 81–A0 with every trail byte, then A1–C6 with those that EUC-KR does not use. */
function* addedPairs(): Generator<readonly number[], undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    const last = lead <= 0xa0 ? 0xfe : 0xa0;
    for (let trail = 0x41; trail <= last; trail++) {
      const isLetter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a);
      if (isLetter || trail >= 0x81) yield [lead, trail];
    }
  }
}
