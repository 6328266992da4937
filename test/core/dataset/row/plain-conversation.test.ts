import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainConversation } from '../../../../src/core/dataset/row/plain-conversation.ts';
import type { JsonObject } from '../../../../src/core/dataset/json/json-value.ts';
import type { RuleOn } from '../../../../src/core/dataset/rule.ts';
import { ruleTable } from '../../../../src/core/dataset/rules/rule-table.ts';
import { rowOf } from '../../../kit/dataset/row-of.ts';
import { ruleFixtures } from '../fixture-files.ts';

const turnRules = ruleTable.filter(
  (rule): rule is RuleOn<'row'> => rule.on === 'row' && rule.turnsOnly === true,
);

/** What the rules about turns say of a row, asked one by one. */
function saidOf(row: object): string[] {
  const subject = { kind: 'row', row: rowOf(JSON.stringify(row), 1) } as const;
  const said: string[] = [];
  for (const rule of turnRules) rule.check(subject, () => said.push(rule.id));
  return said;
}

const user = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello' };

test.each([
  [{ messages: [user, answer] }, true],
  [{ messages: [{ role: 'system', content: 'Be kind.' }, user, answer, user, answer], id: 7 }, true],
  [{ messages: [answer, user] }, false],
  [{ messages: [user, answer, user] }, false],
  [{ messages: [user, { ...answer, content: ' ' }] }, false],
  [{ messages: [user, { ...answer, weight: 0 }] }, false],
  [{ messages: [user, answer], tools: [] }, false],
  [{ messages: [] }, false],
  [{ text: 'a' }, false],
])('a plain conversation: %j', (row, plain) => {
  expect(isPlainConversation(row as unknown as JsonObject)).toBe(plain);
});

const turn = fc.record(
  {
    role: fc.constantFrom('system', 'user', 'assistant', 'assistant', 'user', 'tool', 'gpt', null),
    content: fc.constantFrom('Hi', '', ' \u3000', 'a<tool_call>{}</tool_call>', null, [
      { type: 'text', text: '' },
    ]),
    tool_calls: fc.constantFrom([], [{ function: { name: 'f', arguments: {} } }]),
    name: fc.constant('x'),
  },
  { requiredKeys: ['role', 'content'] },
);
const rows = fc.record(
  {
    messages: fc.array(turn, { maxLength: 4 }),
    tools: fc.constantFrom(null, [], [{ name: 'f' }], 'no json'),
    images: fc.constantFrom([], ['a.png']),
    text: fc.constantFrom('', 'a'),
    source: fc.string(),
  },
  { requiredKeys: ['messages'] },
);

test('the rules about turns say nothing of a plain conversation', () => {
  let plain = 0;
  const holds = (row: object): void => {
    if (!isPlainConversation(row as JsonObject)) return;
    plain++;
    expect({ row, said: saidOf(row) }).toEqual({ row, said: [] });
  };
  fc.assert(fc.property(rows, holds), { numRuns: 5000 });
  for (const { file } of ruleFixtures()) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const row = parsed(line);
      if (row !== null) holds(row);
    }
  }
  expect(plain).toBeGreaterThan(20);
});

function parsed(line: string): object | null {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
