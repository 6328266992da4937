import { describe, expect, it } from 'vitest';
import { findValue, ValueFinder } from '../../../../src/core/dataset/json/find-value.ts';
import type { Path } from '../../../../src/core/dataset/json/locate.ts';

const TEXT = ' {"a": [1, {"b\\u0063": " x "}, [], "\\""], "a": [ 0 , {"bc":2}],\n "": {}, "n": -1.5e3 } ';
const PATHS: readonly Path[] = [
  [],
  ['a'],
  ['a', 1],
  ['a', 1, 'bc'],
  ['a', 2],
  ['a', 'length'],
  [''],
  ['', 'x'],
  ['n'],
  ['n', 0],
  ['none'],
  [0],
];

function valueAt(path: Path): string | null {
  const found = findValue(TEXT, path);
  return found === null ? null : TEXT.slice(found.start, found.end);
}

describe('the place of a value in its JSON text', () => {
  it('of a key given twice is that of the last value', () => {
    expect(valueAt(['a'])).toBe('[ 0 , {"bc":2}]');
    expect(valueAt(['a', 1, 'bc'])).toBe('2');
  });

  it.each([[['a', 2]], [['', 'x']], [['n', 0]], [[0]]])('is none where there is no value: %j', (path) => {
    expect(valueAt(path)).toBe(null);
  });

  it('is the same when many are asked for in one text', () => {
    const finder = new ValueFinder(TEXT);
    const rounds = Array.from({ length: 5 }, () => PATHS.map((path) => finder.find(path)));
    expect(rounds).toEqual(Array.from({ length: 5 }, () => PATHS.map((path) => findValue(TEXT, path))));
  });

  it('is the same for an escaped key once many were asked for', () => {
    const escaped = '{"k\\u0065y": {"\\ud83d\\ude00": true}}';
    const finder = new ValueFinder(escaped);
    const found = Array.from({ length: 40 }, () => finder.find(['key', '😀'])?.start);
    expect(new Set(found)).toEqual(new Set([escaped.indexOf('true')]));
  });
});
