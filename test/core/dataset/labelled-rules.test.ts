import { describe, expect, test } from 'vitest';
import { ruleById } from '../../../src/core/dataset/rule-set.ts';
import { DEVELOPMENT, developedRules, labelledRules, measure } from '../../kit/labelled-rows.ts';

describe.each(labelledRules())('%s', (id) => {
  const measured = measure(id);

  test('is a rule, measured on fifty rows or more', () => {
    expect(ruleById(id)).toBeDefined();
    expect(measured.rows).toBeGreaterThanOrEqual(50);
  });

  test('is right nine times in ten and finds half, or is off by default', () => {
    if (ruleById(id)?.offByDefault === true) return;
    expect(measured.precision, measured.falselyNamed.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(measured.recall, measured.missed.join('\n')).toBeGreaterThanOrEqual(0.5);
  });
});

test.each(developedRules())('%s still does what it was improved for', (id) => {
  const { falselyNamed, missed } = measure(id, DEVELOPMENT);
  expect({ falselyNamed, missed }).toEqual({ falselyNamed: [], missed: [] });
});
