import type { Say } from './words.ts';

/** 0.02 → `20 ms`, 2.24 → `2.2 s`, 40 → `40 s`, 200 → `3 min`, 7300 → `2 h 2 min`, in the words of the language. */
export function sayDuration(seconds: number, say: Say): string {
  if (seconds < 0.095) return say('screen.time.milliseconds', { n: Math.round(seconds * 1000) });
  if (seconds < 9.95) return say('screen.time.seconds', { n: seconds.toFixed(1) });
  return sayWholeSeconds(seconds, say);
}

/** A time that is only guessed or still passes: nothing finer than seconds. */
export function sayWholeSeconds(seconds: number, say: Say): string {
  if (seconds < 89.5) return say('screen.time.seconds', { n: Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return say('screen.time.minutes', { n: minutes });
  return say('screen.time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}
