import { expect, test } from 'vitest';
import { testedVersions } from '../../../src/core/recipe/tested-versions.ts';
import { bundledTrlKeys } from '../../../src/core/recipe/trl-keys.ts';

test('a job gets the packages whose keys recipes are checked against', () => {
  const { versions } = bundledTrlKeys();
  expect(Object.keys(versions)).toContain('trl');
  expect(testedVersions).toMatchObject(
    Object.fromEntries(Object.entries(versions).filter(([name]) => name in testedVersions)),
  );
});
