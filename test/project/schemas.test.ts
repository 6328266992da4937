import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../scripts/schemas.ts';

const schemas = jsonSchemas.map(({ file, text }) => ({ name: path.basename(file), file, text }));

test.each(schemas)('$name is what its contract says (node scripts/schemas.ts --write)', ({ file, text }) => {
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});
