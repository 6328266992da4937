import { dirname, relative, sep } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { backgroundRules } from '../../core/dataset/background-rules.ts';
import { followersOf } from '../../core/dataset/followers.ts';
import { lintBytes } from '../../core/dataset/linter.ts';
import type { RuleChoice } from '../../core/dataset/rule-set.ts';
import type { LintPart } from '../../core/protocol/open-text-contract.ts';
import { Channel, type Handlers } from '../../core/protocol/channel.ts';
import { prepareCalls, prepareOwnerCalls } from '../../core/protocol/prepare-contract.ts';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { findRefusals } from '../../core/template/find-refusals.ts';
import { renderChatTemplate } from '../../core/template/render-chat-template.ts';
import { probeTemplate } from '../../core/template/sources/probe-template.ts';
import { lineOfRow } from '../dataset/line-of-row.ts';
import { configurationFrom } from '../dataset/configuration/configurations.ts';
import { FileSurroundings } from '../dataset/file-surroundings.ts';
import { FirstColumnsIndex } from '../dataset/first-columns-index.ts';
import { RowSessions } from '../conversations/row-sessions.ts';
import { lintFile } from '../dataset/lint-file.ts';
import { overlapOfFile } from '../dataset/overlap-of-file.ts';
import { TrainRowIndex } from '../dataset/train-row-index.ts';
import { buildReport } from './build-report.ts';
import { countForReport } from './count-for-report.ts';
import { previewMatrix } from './preview-matrix.ts';
import { previewRow } from './preview-row.ts';
import { switchedRequest } from './switched-request.ts';
import { countTokens, renderRow } from './render-row.ts';
import { judgeQuestion } from './judge-question.ts';
import { messagePort } from './message-port.ts';
import { OpenTexts, type LintChoice } from './open-texts.ts';
import { prepareHandlers } from './prepare-handlers.ts';

const trainRows = new TrainRowIndex();
const firstColumns = new FirstColumnsIndex();

/**
 * Files may have changed since the last time; the rows that are trained on and the columns of a first file are known to be the same by the
 * file's date. Paths are shown relative to the root.
 */
function surroundings(root: string): FileSurroundings {
  return new FileSurroundings(root, shownFrom(root), trainRows, firstColumns);
}

function shownFrom(root: string): (file: string) => string {
  return (file) => relative(root, file).replaceAll(sep, '/') || '.';
}

/** How a file is linted: what the user's settings say wins over its tuning-fork.yaml. */
async function lintOptions(
  path: string,
  { root, ...chosen }: LintChoice,
  part: LintPart = 'whole',
): Promise<LintOptions> {
  const known = await configurationFrom(root, path);
  const rules = { ...known.rules, ...chosen.rules };
  const choice = rulesOfPart(part, { ...chosen, rules });
  const beside = root === undefined ? {} : await surroundings(root).of(path, choice);
  return { ...choice, ...beside, path, ignores: known.ignores };
}

function rulesOfPart(part: LintPart, choice: RuleChoice): RuleChoice {
  switch (part) {
    case 'whole':
      return choice;
    case 'followers':
      return followersOf(choice);
    case 'background':
      return { ...choice, only: backgroundRules(choice.rules ?? {}) };
    default:
      return part satisfies never;
  }
}

const handlers: Handlers<typeof workerCalls> = {
  async lint({ source, summaries, ...choice }) {
    const options = { ...(await lintOptions(source.path, choice)), summaries };
    return source.kind === 'file'
      ? lintFile(source.path, options)
      : lintBytes(new TextEncoder().encode(source.text), options);
  },
  async report(request) {
    const { path, root } = request;
    const { rules, ignores } = await configurationFrom(root, path);
    const choice = { rules: { ...rules, ...request.rules }, deep: true };
    const beside = root === undefined ? {} : await surroundings(root).of(path, choice);
    return buildReport(request, { ...beside, rules: choice.rules, ignores }, (done, total) => {
      // An owner that no longer listens has ended this thread, or is about to.
      channel.call('progress', { done, total }).catch(() => undefined);
    });
  },
  countTraining: (request) =>
    countForReport(request, (done, total) => {
      channel.call('progress', { done, total }).catch(() => undefined);
    }),
  overlap: (request) => overlapOfFile(request, trainRows, shownFrom(request.root ?? dirname(request.path))),
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
  ...new RowSessions().handlers,
  ...new OpenTexts(lintOptions).handlers,
};

if (parentPort === null) throw new Error('worker.ts runs as a worker thread alone');
export const channel = new Channel(
  messagePort(parentPort),
  { ...workerCalls, ...prepareCalls },
  { ...workerOwnerCalls, ...prepareOwnerCalls },
  { ...handlers, ...prepareHandlers((progress) => void channel.call('preparingProgress', progress)) },
);
