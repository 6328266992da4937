import { describe, expect, it } from 'vitest';
import { parseComparison } from '../../../src/core/compare/parse-comparison.ts';
import { formatError } from '../../../src/core/text/format-message.ts';
import { comparisonOf, promptOf } from './sample-comparison.ts';

function refusal(text: string): string {
  try {
    parseComparison(text, 'comparison.json');
    return 'read';
  } catch (error) {
    return formatError(error, 'en');
  }
}

describe('parseComparison', () => {
  it('reads what was written, numbers that JSON lacks included', () => {
    const written = comparisonOf({ prompts: [promptOf(0, [1, 2])] });
    const text = JSON.stringify(written).replace('"before":3,', '"before":"NaN",');
    const read = parseComparison(text, 'comparison.json');
    expect(read.loss?.before).toBeNaN();
    expect({ ...read, loss: null }).toEqual({ ...written, loss: null });
  });

  it('ignores fields that it does not know', () => {
    const text = JSON.stringify({ ...comparisonOf(), votes: [] });
    expect(parseComparison(text, 'comparison.json')).toEqual(comparisonOf());
  });

  it('says that a newer version wrote it, and which', () => {
    expect(refusal(JSON.stringify({ ...comparisonOf(), version: 2 }))).toContain('(version 2)');
  });

  it.each(['', '{', '[]', '{"version":1}', JSON.stringify(comparisonOf()).slice(0, -10)])(
    'says of %j that it is no comparison',
    (text) => {
      expect(refusal(text)).toBe('comparison.json is no comparison, or it is cut off; compare again.');
    },
  );
});
