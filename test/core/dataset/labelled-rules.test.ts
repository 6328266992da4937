import { describe, expect, test } from 'vitest';
import { ruleById } from '../../../src/core/dataset/rule-set.ts';
import { DEVELOPMENT, developedRules, labelledRules, measure } from '../../kit/labelled-rows.ts';

describe.each(labelledRules())('%s', (id) => {
  const measured = measure(id);

  test('is a rule, measured on fifty rows or more', () => {
    expect(ruleById(id)).toBeDefined();
    expect(measured.rows).toBeGreaterThanOrEqual(50);
  });
});

const onByDefault = labelledRules().filter((id) => ruleById(id)?.offByDefault !== true);

test.each(onByDefault)('%s, which is on by default, is right nine times in ten and finds half', (id) => {
  const { precision, falselyNamed, recall, missed } = measure(id);
  expect(precision, falselyNamed.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.5);
});

test.each(developedRules())('%s still does what it was improved for', (id) => {
  const { falselyNamed, missed } = measure(id, DEVELOPMENT);
  expect({ falselyNamed, missed }).toEqual({ falselyNamed: [], missed: [] });
});
