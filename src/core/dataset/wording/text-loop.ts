/** A stretch of a text that is one unit over and over. */
export interface TextLoop {
  readonly from: number;
  readonly to: number;
  /** Length of the unit. */
  readonly period: number;
  readonly times: number;
}

/** UTF-16 units of a probe: so long a match is no coincidence. */
const PROBE = 10;
/** Units of a text below which a repetition is rhythm. */
const SHORTEST = 60;
/** Where it is probed: loops go on to the end of an answer nearly always, so from its middle on. */
const PLACES = [1 / 2, 3 / 4, 7 / 8];
const MIDDLE = [1 / 2];
const LONG = 240;
const LONGEST_PERIOD = 400;

/**
 * The loop of a text, if it has one: a unit with letters that follows upon itself at least four times over 60 units or more.
 * Asked of every answer, so it looks at a few places and not at all of them.
 */
export function loopIn(text: string): TextLoop | null {
  if (text.length < SHORTEST) return null;
  for (const place of text.length < LONG ? MIDDLE : PLACES) {
    const at = Math.min(Math.floor(text.length * place), text.length - 2 * PROBE);
    const probe = text.slice(at, at + PROBE);
    const next = text.indexOf(probe, at + 1);
    if (next < 0 || next - at > LONGEST_PERIOD) continue;
    const loop = loopAt(text, at, next - at);
    if (loop !== null) return loop;
  }
  return null;
}

function loopAt(text: string, at: number, period: number): TextLoop | null {
  let from = at;
  while (from > 0 && text.charCodeAt(from - 1) === text.charCodeAt(from - 1 + period)) from--;
  let to = at + period;
  while (to < text.length && text.charCodeAt(to) === text.charCodeAt(to - period)) to++;
  if (to - from < SHORTEST) return null;
  from = startOfUnit(text, from, period);
  const times = Math.floor((to - from) / period);
  const unit = text.slice(from, from + period);
  if (to - from < SHORTEST || times < leastTimes(unit)) return null;
  return isProse(unit) ? { from, to, period, times } : null;
}

/** Where a line, a sentence or at least a word begins in the first unit. */
function startOfUnit(text: string, from: number, period: number): number {
  for (const boundary of [/\n$/, /[.!?。]["'”’)]?\s*$/, /\s$/]) {
    for (let at = from; at < from + period; at++) {
      if (/\S/.test(text.charAt(at)) && (at === 0 || boundary.test(text.slice(Math.max(0, at - 4), at))))
        return at;
    }
  }
  return from;
}

/** A refrain comes three or four times; short words have to come more often to be a loop. */
function leastTimes(unit: string): number {
  return unit.length < 12 ? 8 : 4;
}

/** Words, not laughter, rules, tables or markup: two different letters at least, and letters enough. */
function isProse(unit: string): boolean {
  const letters = unit.match(/[\p{L}]/gu) ?? [];
  return new Set(letters).size > 1 && letters.length * 3 > unit.trim().length && !/[<>|{}]/.test(unit);
}
