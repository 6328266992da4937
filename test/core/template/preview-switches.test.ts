import { describe, expect, test } from 'vitest';
import { columnsOf, combinations, MOST_COLUMNS } from '../../../src/core/template/preview-matrix.ts';
import { changedSwitches, trainingSwitches } from '../../../src/core/template/preview-switches.ts';

test('switches that stand otherwise than in training are named', () => {
  expect(changedSwitches(trainingSwitches)).toEqual([]);
  expect(
    changedSwitches({
      addGenerationPrompt: true,
      continueFinalMessage: 'reasoning_content',
      tools: { kind: 'none' },
      variables: { enable_thinking: null },
    }),
  ).toEqual(['add_generation_prompt', 'continue_final_message', 'tools', 'enable_thinking']);
});

describe('combinations of switches', () => {
  const settingsOf = (names: string[], now = trainingSwitches) =>
    combinations(now, names).map(({ settings }) =>
      settings.map(({ name, value }) => `${name}=${value}`).join(' '),
    );

  test('begin with how they stand now, and each names what differs from it', () => {
    expect(settingsOf(['add_generation_prompt', 'enable_thinking'])).toEqual([
      '',
      'add_generation_prompt=true',
      'enable_thinking=true',
      'add_generation_prompt=true enable_thinking=true',
      'enable_thinking=false',
      'add_generation_prompt=true enable_thinking=false',
    ]);
    const thinking = { ...trainingSwitches, variables: { enable_thinking: 'false' } };
    expect(settingsOf(['enable_thinking'], thinking)).toEqual([
      '',
      'enable_thinking=unset',
      'enable_thinking=true',
    ]);
  });

  test('set what they name', () => {
    const [, none] = combinations(trainingSwitches, ['tools']);
    expect(none?.switches.tools).toEqual({ kind: 'none' });
    const [, continued] = combinations(trainingSwitches, ['continue_final_message']);
    expect(continued?.switches.continueFinalMessage).toBe(true);
    const [, on] = combinations(trainingSwitches, ['x']);
    expect(on?.switches.variables).toEqual({ x: 'true' });
  });

  test('never are more than fit', () => {
    expect(columnsOf(['a', 'b'])).toBe(9);
    expect(combinations(trainingSwitches, ['a', 'add_generation_prompt', 'b'])).toHaveLength(6);
    expect(
      combinations(trainingSwitches, ['tools', 'add_generation_prompt', 'continue_final_message']),
    ).toHaveLength(MOST_COLUMNS);
  });

  test('are one where nothing is chosen', () => {
    expect(combinations(trainingSwitches, [])).toEqual([{ settings: [], switches: trainingSwitches }]);
  });
});
