import { parentPort } from 'node:worker_threads';
import { lintBytes, type LintOptions } from '../../core/dataset/linter.ts';
import { Channel, type Handlers } from '../../core/protocol/channel.ts';
import { workerCalls, workerOwnerCalls } from '../../core/protocol/worker-contract.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { lintFile } from '../dataset/lint-file.ts';
import { messagePort } from './message-port.ts';

const handlers: Handlers<typeof workerCalls> = {
  lint({ source, rules, only, summaries }) {
    const options: LintOptions = { path: source.path, rules, only, summaries };
    return source.kind === 'file'
      ? lintFile(source.path, options)
      : lintBytes(new TextEncoder().encode(source.text), options);
  },
  render() {
    throw new HumanError('dataset.worker.no-engine');
  },
};

if (parentPort === null) throw new Error('worker.ts runs as a worker thread alone');
export const channel = new Channel(messagePort(parentPort), workerCalls, workerOwnerCalls, handlers);
