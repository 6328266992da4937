import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePythonJson } from '../../../src/core/template/python-json.ts';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';
import { PyDict } from '../../../src/core/template/values/dict.ts';
import type { Value } from '../../../src/core/template/values/value.ts';
import { jsonOf, requestOf } from './request-of.ts';

// test/kit/python/render_reference.py --goldens rewrites what is expected
const FOLDER = join(import.meta.dirname, '../../fixtures/templates');
const USER_SAYS_HI = parsePythonJson('[{"role": "user", "content": "Hi"}]');

function dict(value: Value | undefined): PyDict {
  return value instanceof PyDict ? value : new PyDict();
}

function merged(...parts: PyDict[]): PyDict {
  return PyDict.of(parts.flatMap((part) => [...part.entries()]));
}

for (const name of readdirSync(FOLDER)) {
  const fixture = dict(parsePythonJson(readFileSync(join(FOLDER, name), 'utf8')));
  describe(`chat templates: ${name.replace('.json', '')}, as Python renders them`, () => {
    const base = PyDict.of([['messages', USER_SAYS_HI]]);
    for (const each of fixture.getText('probes') as Value[]) {
      const probe = dict(each);
      const request = merged(base, dict(fixture.getText('request')), dict(probe.getText('request')));
      const expected = dict(probe.getText('expected'));
      it(jsonOf(probe.getText('request') ?? null), () => {
        const result = renderChatTemplate(requestOf(request));
        if (expected.getText('ok') === true) {
          expect(result).toEqual({
            ok: true,
            text: expected.getText('text'),
            spans: expected.getText('spans'),
          });
        } else {
          expect({ ok: result.ok, text: result.ok ? result.text : null }).toEqual({ ok: false, text: null });
          const line = expected.getText('line');
          if (line !== undefined) expect(result.ok ? null : result.error.line).toBe(line);
        }
      });
    }
  });
}
