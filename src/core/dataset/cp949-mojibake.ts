const RUN = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{3,}/g;
const LEAST_CHARACTERS = 2;

/**
 * Where Korean text in UTF-8 was read as CP949 without a loss: the characters, written as CP949 again, are UTF-8 of Hangul.
 * `[from, to]` in UTF-16 units.
 */
export function cp949Mojibake(text: string): (readonly [number, number])[] {
  if (!MAY_BE.test(text)) return [];
  const found: (readonly [number, number])[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (hangulIn(encoded(run)) >= LEAST_CHARACTERS) found.push([index, index + run.length]);
  }
  return found;
}

/** Lead bytes EA–ED of Hangul in UTF-8 are those of Hanja in CP949. */
const MAY_BE = /[\u4e00-\u9fff\uf900-\ufaff][\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{2}/;

function encoded(run: string): number[] {
  const table = (encoder ??= cp949Encoder());
  return Array.from(run).flatMap((character) => table.get(character) ?? []);
}

/** How many Hangul syllables stand one after another in UTF-8, at most. */
function hangulIn(bytes: readonly number[]): number {
  let most = 0;
  for (let start = 0; start < 3; start++) {
    let count = 0;
    for (let at = start; at + 2 < bytes.length; at += 3) {
      count = isHangul(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) ? count + 1 : 0;
      most = Math.max(most, count);
    }
  }
  return most;
}

function isHangul(a: number, b: number, c: number): boolean {
  if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return false;
  const code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  return code >= 0xac00 && code <= 0xd7a3;
}

let encoder: ReadonlyMap<string, readonly number[]> | null = null;

/** The platform reads CP949 (under the name euc-kr) and cannot write it: the table is turned round once. */
function cp949Encoder(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('euc-kr');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
    }
  }
  return table;
}
