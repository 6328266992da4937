import type { Say } from './words.ts';

/** 0.42 → `420 ms`, 2.24 → `2.2 s`, 40 → `40 s`, 200 → `3 min`, 5000 → `1 h 23 min`, in the words of the language. */
export function sayDuration(seconds: number, say: Say): string {
  if (seconds < 0.95) return say('screen.time.milliseconds', { n: Math.round(seconds * 1000) });
  if (seconds < 9.95) return say('screen.time.seconds', { n: seconds.toFixed(1) });
  if (seconds < 90) return say('screen.time.seconds', { n: Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return say('screen.time.minutes', { n: minutes });
  return say('screen.time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}
