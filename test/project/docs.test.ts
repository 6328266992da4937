import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generatedPages } from '../../scripts/docs.ts';

const pages = generatedPages.map(({ file, text }) => ({ name: path.basename(file), file, text }));

test.each(pages)('$name is what the code says (node scripts/docs.ts --write)', ({ file, text }) => {
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});
