import { expect, test } from 'vitest';
import { trainingSwitches } from '../../src/core/template/preview-switches.ts';
import { isJson, modeOf, modesOf, withVariable } from '../../src/webview/preview/switch-values.ts';

const variables = { on: 'true', off: 'false', gone: null, date: '"today"' };

test('a variable stands as the row has it, on, off, not given, or at a value of its own', () => {
  const modes = ['other', 'on', 'off', 'gone', 'date', 'toString'].map((name) =>
    modeOf(name, { ...trainingSwitches, variables }),
  );
  expect(modes).toEqual(['default', 'true', 'false', 'unset', 'value', 'default']);
});

test('what is only tested has no value of its own, and only what the row gives can be unset', () => {
  expect(modesOf({ name: 'x', tested: true, ofRow: null })).toEqual(['default', 'true', 'false']);
  expect(modesOf({ name: 'x', tested: false, ofRow: '1' })).toEqual([
    'default',
    'true',
    'false',
    'unset',
    'value',
  ]);
});

test('a variable is set, unset and left to the row again', () => {
  const set = withVariable(trainingSwitches, 'x', 'true');
  expect(set.variables).toEqual({ x: 'true' });
  expect(withVariable(set, 'x', null).variables).toEqual({ x: null });
  expect(withVariable(set, 'x', undefined).variables).toEqual({});
});

test('a value has to be JSON', () => {
  expect(['1', '"a"', '[1]', 'a', ''].map(isJson)).toEqual([true, true, true, false, false]);
});
