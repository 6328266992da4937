const longestId = 64;
const stampLength = 'yyyymmdd-hhmmss'.length;
const longestSlug = longestId - stampLength - '--0000'.length;

// Revised Romanisation of Korean, syllable by syllable: first consonant, vowel, last consonant (Unicode 3.12 order).
const firsts = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const lasts = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/**
 * The id of a run, which is also the name of its directory and the label of its job:
 * `<yyyymmdd-hhmmss>-<ascii slug>-<4 hex>`, at most 64 characters of `[A-Za-z0-9-]`.
 * @param at local time goes into the id
 * @param random any whole number: its low 16 bits tell runs of one second apart
 */
export function runId(at: Date, name: string, random: number): string {
  const tag = (random & 0xffff).toString(16).padStart(4, '0');
  return `${timeStamp(at)}-${asciiSlug(name)}-${tag}`;
}

/** Whether a text has the form of a run's id. Directories with other names are no runs. */
export function isRunId(text: string): boolean {
  return text.length <= longestId && /^\d{8}-\d{6}-[A-Za-z0-9-]+-[0-9a-f]{4}$/.test(text);
}

/** Letters and digits of ASCII joined by hyphens: accents are dropped, Hangul is romanised; `run` if nothing is left. */
export function asciiSlug(name: string): string {
  const ascii = Array.from(name.normalize('NFC'), romanised)
    .join('')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? 'run' : ascii;
}

function romanised(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < firstSyllable || code > lastSyllable) return character;
  const index = code - firstSyllable;
  const first = firsts[Math.floor(index / (vowels.length * lasts.length))] ?? '';
  const vowel = vowels[Math.floor(index / lasts.length) % vowels.length] ?? '';
  return first + vowel + (lasts[index % lasts.length] ?? '');
}

function timeStamp(at: Date): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()];
  return [day, time].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('')).join('-');
}
