import * as v from 'valibot';
import { parseNonFiniteJson } from './non-finite-json.ts';
import { runEvent, type RunEvent } from './run-event.ts';

const anyMetrics = v.looseObject({ metrics: v.record(v.string(), v.unknown()) });

/**
 * The events in a piece of events.jsonl. Lines that are cut, broken, empty or of an unknown type are left out, unknown fields
 * are ignored, and a metric that is no number does not cost the others.
 */
export function parseRunEvents(text: string): RunEvent[] {
  return text.split('\n').flatMap((line) => parseRunEvent(line) ?? []);
}

function parseRunEvent(line: string): RunEvent | null {
  if (line.trim() === '') return null;
  let value: unknown;
  try {
    value = parseNonFiniteJson(line);
  } catch {
    return null;
  }
  const parsed = v.safeParse(runEvent, numericMetrics(value));
  return parsed.success ? parsed.output : null;
}

function numericMetrics(value: unknown): unknown {
  if (!v.is(anyMetrics, value)) return value;
  const numeric = Object.entries(value.metrics).filter(([, each]) => isMetric(each));
  return { ...value, metrics: Object.fromEntries(numeric) };
}

function isMetric(value: unknown): boolean {
  return typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity';
}
