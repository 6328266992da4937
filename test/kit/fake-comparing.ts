import path from 'node:path';
import process from 'node:process';
import type { CompareRequest } from '../../src/core/compare/compare-request.ts';

/** The folder that holds a package `tuning_fork` which compares nothing. */
export const fakeComparingFolder = path.resolve('test/fixtures/fake-comparing');

/** How the fake comparing process ends. */
export type FakeComparing = 'complete' | 'fail' | 'memory' | 'silent' | 'killed' | 'forever' | 'stubborn';

export function fakeComparingEnvironment(kind: FakeComparing): NodeJS.ProcessEnv {
  return { ...process.env, FAKE_COMPARING: kind };
}

/** A request for a folder; `changes` replace fields. */
export function requestIn(folder: string, changes: Partial<CompareRequest> = {}): CompareRequest {
  return {
    version: 1,
    folder,
    out: path.join(folder, 'compared'),
    run: null,
    recipe: null,
    before: path.join(folder, 'model'),
    after: path.join(folder, 'out'),
    data: null,
    trainingData: [],
    mostAsked: 2,
    mostMeasured: 5,
    prompts: [],
    maxNewTokens: 8,
    seed: 0,
    stay: false,
    addTo: null,
    ...changes,
  };
}
