import { parentPort } from 'node:worker_threads';
import { lintBytes, type LintOptions } from '../../core/dataset/linter.ts';
import { Channel, type Handlers } from '../../core/protocol/channel.ts';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { findRefusals } from '../../core/template/find-refusals.ts';
import { renderChatTemplate } from '../../core/template/render-chat-template.ts';
import { probeTemplate } from '../../core/template/sources/probe-template.ts';
import { lineOfRow } from '../dataset/line-of-row.ts';
import { lintFile } from '../dataset/lint-file.ts';
import { lintSegments } from '../dataset/segments/lint-segments.ts';
import { buildReport } from './build-report.ts';
import { previewMatrix } from './preview-matrix.ts';
import { previewRow } from './preview-row.ts';
import { switchedRequest } from './switched-request.ts';
import { countTokens, renderRow } from './render-row.ts';
import { judgeQuestion } from './judge-question.ts';
import { messagePort } from './message-port.ts';

const handlers: Handlers<typeof workerCalls> = {
  lint({ source, rules, only, summaries }) {
    const options: LintOptions = { path: source.path, rules, only, summaries };
    return source.kind === 'file'
      ? lintFile(source.path, options)
      : lintBytes(new TextEncoder().encode(source.text), options);
  },
  lintSegments({ source, bounds, next, rules, only }) {
    return lintSegments(source.path, { bounds, next }, { rules, only });
  },
  report: (request) =>
    buildReport(request, (done, total) => {
      // An owner that no longer listens has ended this thread, or is about to.
      channel.call('progress', { done, total }).catch(() => undefined);
    }),
  lineOfRow: ({ path, row, container }) => lineOfRow(path, row, container),
  render: renderChatTemplate,
  renderRow,
  previewRow,
  previewMatrix,
  switchedRequest,
  probeTemplate,
  countTokens,
  findRefusals,
  judgeEngine: judgeQuestion,
};

if (parentPort === null) throw new Error('worker.ts runs as a worker thread alone');
export const channel = new Channel(messagePort(parentPort), workerCalls, workerOwnerCalls, handlers);
