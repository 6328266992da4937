import * as v from 'valibot';
import { owns, type Account } from './accounts.ts';
import { json, text, type Answer } from './answer.ts';
import { bodyJson, nextPage, page, parameter, signedIn, type Call } from './call.ts';
import type { Faults } from './faults.ts';
import { hardware } from './hardware.ts';
import { HubError } from './hub-error.ts';
import type { JobBoard } from './job-board.ts';
import type { Job } from './job.ts';
import { JobSpec, Labels } from './job-spec.ts';
import { jobView } from './job-view.ts';
import { streamLog } from './log-stream.ts';
import { streamMetrics } from './metrics-stream.ts';
import { route, type Route } from './router.ts';

const LabelsRequest = v.object({ labels: Labels });

export interface JobRouteOptions {
  readonly board: JobBoard;
  readonly faults: Faults;
  readonly keepAliveMs: number;
  readonly pageSize: number;
}

export function jobRoutes(options: JobRouteOptions): Route[] {
  const { board } = options;
  const one = '/api/jobs/:ns/:id';
  return [
    route('GET', '/api/jobs/hardware', 'read', () => json(hardware)),
    route('GET', '/api/jobs/:ns', 'read', (call) => list(options, call)),
    route('POST', '/api/jobs/:ns', 'create job', (call) => create(board, call)),
    route('GET', one, 'read', (call) => json(jobView(find(board, call)))),
    route('POST', `${one}/cancel`, 'write', (call) => cancel(board, find(board, call))),
    route('POST', `${one}/duplicate`, 'create job', (call) => duplicate(board, call)),
    route('PUT', `${one}/labels`, 'write', (call) => setLabels(find(board, call), call)),
    route('GET', `${one}/logs`, 'read', (call) => logs(options, call)),
    route('GET', `${one}/metrics`, 'read', (call) => metrics(find(board, call))),
    route('GET', '/jobs/:ns/:id', 'read', (call) => webPage(board, call)),
  ];
}

/** @throws HubError 401 for nobody, 403 for a stranger */
function ownNamespace(call: Call): { readonly account: Account; readonly namespace: string } {
  const account = signedIn(call);
  const namespace = parameter(call, 'ns');
  if (owns(account, namespace)) return { account, namespace };
  throw new HubError(403, `You don't have the rights to the jobs of ${namespace}.`);
}

function find(board: JobBoard, call: Call): Job {
  return board.get(ownNamespace(call).namespace, parameter(call, 'id'));
}

async function create(board: JobBoard, call: Call): Promise<Answer> {
  const { account, namespace } = ownNamespace(call);
  return json(jobView(board.create(await bodyJson(call, JobSpec), namespace, account)));
}

function duplicate(board: JobBoard, call: Call): Answer {
  const { account, namespace } = ownNamespace(call);
  const job = find(board, call);
  return json(jobView(board.create({ ...job.spec, labels: { ...job.labels } }, namespace, account)));
}

function list(options: JobRouteOptions, call: Call): Answer {
  const { namespace } = ownNamespace(call);
  const stages = call.url.searchParams.getAll('stage');
  const labels = call.url.searchParams.getAll('label').map((label) => label.split('='));
  const wanted = options.board.jobs.filter(
    (job) =>
      job.owner === namespace &&
      (stages.length === 0 || stages.includes(job.stage)) &&
      labels.every(([key = '', value]) => job.labels[key] !== undefined && job.labels[key] === (value ?? '')),
  );
  const { items, cursor } = page(call, wanted, options.pageSize);
  return json(items.map(jobView), nextPage(call, cursor));
}

function cancel(board: JobBoard, job: Job): Answer {
  board.cancel(job);
  return json(jobView(job));
}

async function setLabels(job: Job, call: Call): Promise<Answer> {
  job.labels = (await bodyJson(call, LabelsRequest)).labels;
  return json(jobView(job));
}

function logs(options: JobRouteOptions, call: Call): Answer {
  const job = find(options.board, call);
  const tail = call.url.searchParams.get('tail');
  const stream = { ...options, tail: tail === null ? null : Math.max(0, Number(tail) || 0) };
  return { kind: 'stream', run: (response) => streamLog(job.log, response, stream) };
}

function metrics(job: Job): Answer {
  if (job.isOver) throw new HubError(406, 'Job is not running');
  return { kind: 'stream', run: (response) => streamMetrics(job, response) };
}

/** For a browser, which has no token: nothing but what its address says and the stage. */
function webPage(board: JobBoard, call: Call): Answer {
  const job = board.get(parameter(call, 'ns'), parameter(call, 'id'));
  return text(`Simulated Hub\n\nJob ${job.id} of ${job.owner}: ${job.stage}\n`);
}
