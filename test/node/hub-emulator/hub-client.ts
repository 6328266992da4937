import fs from 'node:fs';
import { afterEach, vi } from 'vitest';
import type { EmulatorOptions } from '../../kit/hub/emulator-parts.ts';
import { HubEmulator, type CreatedJob } from '../../kit/hub/hub-emulator.ts';

const running = new Set<HubEmulator>();

afterEach(async () => {
  await Promise.all([...running].map((emulator) => emulator.stop()));
  running.clear();
});

/** An emulator that is stopped after the test. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<HubEmulator> {
  const emulator = await HubEmulator.start({ schedulingMs: 0, ...options });
  running.add(emulator);
  return emulator;
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  /** The account's own unless said; null for none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks an emulator. A body other than text goes as JSON. */
export function ask(emulator: HubEmulator, path: string, asked: Asked = {}): Promise<Response> {
  const token = asked.token === undefined ? emulator.token : asked.token;
  const body = typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
  return fetch(`${emulator.endpoint}${path}`, {
    method: asked.method ?? (asked.body === undefined ? 'GET' : 'POST'),
    headers: { ...(token === null ? {} : { Authorization: `Bearer ${token}` }), ...asked.headers },
    ...(asked.body === undefined ? {} : { body }),
  });
}

/** What a job answers, as far as tests look at it. */
export interface JobAnswer {
  readonly id: string;
  readonly status: { readonly stage: string; readonly message: string | null };
  readonly labels: Readonly<Record<string, string>>;
  readonly durations: Readonly<Record<string, number | null>>;
}

/** Makes a job of a shell command. */
export async function runShell(emulator: HubEmulator, script: string, spec: object = {}): Promise<JobAnswer> {
  const body = { dockerImage: 'python:3.12', command: ['sh', '-c', script], ...spec };
  const response = await ask(emulator, `/api/jobs/${emulator.accountName}`, { body });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as JobAnswer;
}

/** Waits until a job is in a stage. */
export function untilStage(emulator: HubEmulator, id: string, stage: string): Promise<CreatedJob> {
  return vi.waitUntil(() => emulator.jobs.find((job) => job.id === id && job.stage === stage), {
    timeout: 20_000,
    interval: 20,
  });
}

export interface StreamedLog {
  readonly lines: readonly { readonly data: string; readonly timestamp: string }[];
  readonly comments: number;
  /** Whether it ended as it should, and was not cut. */
  readonly whole: boolean;
}

/** Reads a log stream to its end. */
export async function readLog(emulator: HubEmulator, id: string, query = ''): Promise<StreamedLog> {
  const response = await ask(emulator, `/api/jobs/${emulator.accountName}/${id}/logs${query}`);
  const decoder = new TextDecoder();
  let text = '';
  let whole = true;
  try {
    for await (const chunk of response.body ?? [])
      text += decoder.decode(chunk as Uint8Array, { stream: true });
  } catch {
    whole = false;
  }
  const events = text.split('\n\n').slice(0, -1);
  const lines = events
    .filter((event) => event.startsWith('data: '))
    .map((event) => JSON.parse(event.slice(6)));
  return { lines, comments: events.length - lines.length, whole };
}

/** Whether a process runs. A zombie, which may lie about until somebody looks, has no command line. */
export function isAlive(pid: string): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}
