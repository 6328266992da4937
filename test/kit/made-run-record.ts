import os from 'node:os';
import type { RunRecord } from '../../src/core/run/run-record.ts';

/** run.json of a run that nothing started, with what a test says of it. */
export function madeRunRecord(told: Partial<RunRecord> & Pick<RunRecord, 'id' | 'outputDir'>): RunRecord {
  return {
    version: 1,
    name: 'tiny',
    launcher: 'local',
    recipe: 'tiny.sft.yaml',
    command: [],
    python: null,
    versions: {},
    pid: null,
    startTicks: null,
    bootId: null,
    hostname: os.hostname(),
    uid: null,
    createdAt: '2026-11-25T22:33:35.079Z',
    data: [],
    templateSha256: null,
    tokenizerSha256: null,
    ...told,
  };
}
