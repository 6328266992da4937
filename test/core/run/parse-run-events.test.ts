import { describe, expect, it } from 'vitest';
import { parseNonFiniteJson, stringifyNonFiniteJson } from '../../../src/core/run/non-finite-json.ts';
import { parseRunEvents } from '../../../src/core/run/parse-run-events.ts';

const time = '2026-11-24T09:30:00.000Z';
const started = JSON.stringify({ v: 1, seq: 1, time, type: 'started', pid: 7 });

function log(metrics: string): string {
  return `{"v":1,"seq":2,"time":"${time}","type":"log","step":1,"epoch":0.5,"metrics":${metrics}}`;
}

describe('reading events.jsonl', () => {
  it('takes whole lines and leaves a cut last one', () => {
    const text = `${started}\n${log('{"loss":2.5}')}\n{"v":1,"seq":3,"ty`;
    expect(parseRunEvents(text).map((event) => event.seq)).toEqual([1, 2]);
  });

  it('ignores unknown fields, unknown types, blank lines and broken ones', () => {
    const unknown = JSON.stringify({ v: 1, seq: 3, time, type: 'hologram' });
    const more = JSON.stringify({ v: 1, seq: 4, time, type: 'started', pid: 8, mood: 'good' });
    const text = [started, '', unknown, 'no json', '[]', 'null', more].join('\n');
    expect(parseRunEvents(text)).toEqual([
      { v: 1, seq: 1, time, type: 'started', pid: 7 },
      { v: 1, seq: 4, time, type: 'started', pid: 8 },
    ]);
  });

  it('reads NaN and infinities as strings and bare', () => {
    const [asStrings] = parseRunEvents(log('{"loss":"NaN","grad_norm":"Infinity","a":"-Infinity"}'));
    const [bare] = parseRunEvents(log('{"loss":NaN,"grad_norm":Infinity,"a":-Infinity}'));
    expect(asStrings).toEqual(bare);
    expect(bare).toMatchObject({ metrics: { loss: Number.NaN, grad_norm: Infinity, a: -Infinity } });
  });

  it('keeps the numbers where another metric is none', () => {
    const [event] = parseRunEvents(log('{"loss":1.5,"scheduler":"cosine","aux":null}'));
    expect(event).toMatchObject({ metrics: { loss: 1.5 } });
    expect(event).not.toHaveProperty('metrics.scheduler');
  });
});

describe('JSON with numbers that JSON does not have', () => {
  it('leaves the words alone inside strings', () => {
    expect(parseNonFiniteJson('{"a":"NaN \\" Infinity","b":NaN}')).toEqual({ a: 'NaN " Infinity', b: 'NaN' });
  });

  it('never writes null for a NaN', () => {
    const text = stringifyNonFiniteJson({ loss: Number.NaN, high: Infinity, low: -Infinity, none: null });
    expect(text).toBe('{"loss":"NaN","high":"Infinity","low":"-Infinity","none":null}');
  });
});
