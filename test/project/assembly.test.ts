import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assembledModule } from '../../scripts/assembly.ts';

test('the assembled code is what is compiled from its sources (npm run assembly)', () => {
  const { file, text } = assembledModule();
  expect(readFileSync(file, 'utf8')).toBe(text);
});
