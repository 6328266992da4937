import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../fixtures/rules');

export interface Fixture {
  readonly rule: string;
  /** `rule/name.jsonl`, with `/` on every system. */
  readonly name: string;
  readonly file: string;
  /** What the linter must say of it. */
  readonly expected: string;
}

/** Every dataset under test/fixtures/rules, one folder a rule. */
export function ruleFixtures(): Fixture[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => {
      const file = path.join(root, name);
      const rule = path.dirname(name);
      return {
        rule,
        name: `${rule}/${path.basename(name)}`,
        file,
        expected: file.replace(/\.jsonl$/, '.expected.json'),
      };
    });
}
