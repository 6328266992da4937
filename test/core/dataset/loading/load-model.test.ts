import { describe, expect, test } from 'vitest';
import { LoadModel } from '../../../../src/core/dataset/loading/load-model.ts';
import { rowOf } from '../../../kit/dataset/row-of.ts';

describe('the model of a load', () => {
  test('takes a row once, whichever rules show it', () => {
    const model = new LoadModel();
    const row = rowOf('{"prompt": "a", "completion": "0.7", "tools": [0.7]}', 1);
    for (let rules = 0; rules < 3; rules++) model.add(row);
    expect(model.end()?.floats.values).toHaveLength(1);
  });

  test('keeps a bounded number of keys, and still knows that they are unlike', () => {
    const model = new LoadModel();
    for (let n = 1; n <= 300; n++) {
      const names = Array.from({ length: 50 }, (_, k) => `"${n}-${k}": {"${n}": {"${k}": 1}}`);
      model.add(rowOf(`{"text": "a", "meta": {${names.join(', ')}}}`, n));
    }
    const loaded = model.end();
    expect(loaded?.type.kind === 'struct' && loaded.type.fields.get('meta')?.kind).toBe('json');
    expect(loaded?.root.fields?.get('meta')?.fields?.size).toBe(1000);
  });

  test('says nothing of one object over several lines, which another reader takes', () => {
    const model = new LoadModel();
    model.add(rowOf('{\n"text": "2024-05-01"\n}', 1));
    expect(model.end()).toBeNull();
  });

  test('names rows without kwargs only where others have some', () => {
    const model = new LoadModel();
    const rows = ['{"text": "a"}', '{"text": "b", "chat_template_kwargs": {"x": 1}}', '{"text": "c"}'];
    for (const [n, text] of rows.entries()) model.add(rowOf(text, n + 1));
    expect([...(model.end()?.rowsWithoutKwargs ?? [])]).toEqual([1, 3]);
  });
});
