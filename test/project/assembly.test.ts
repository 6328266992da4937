import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assembledFiles } from '../../scripts/assembly.ts';

test.each([...assembledFiles()].map(([file, text]) => ({ name: path.basename(file), file, text })))(
  '$name is what is compiled from its source (npm run assembly)',
  ({ file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);
