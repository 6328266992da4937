import { parentPort } from 'node:worker_threads';
import { sendSegment } from '../../core/dataset/segments/linted-segment.ts';
import { Channel } from '../../core/protocol/channel.ts';
import { segmentCalls, segmentOwnerCalls } from '../../core/protocol/segment-contract.ts';
import { SegmentsOfFile } from '../dataset/segments/segments-of-file.ts';
import { messagePort } from './message-port.ts';

// A script of its own: another thread is worth its while where it has started before the file is read.

let file: SegmentsOfFile | null = null;

if (parentPort === null) throw new Error('segment-worker.ts runs as a worker thread alone');
export const channel = new Channel(messagePort(parentPort), segmentCalls, segmentOwnerCalls, {
  takeFile(choice): undefined {
    file = new SegmentsOfFile(choice);
  },
  async lintSegment(segment) {
    if (file === null) throw new Error('takeFile comes before lintSegment');
    return sendSegment(await file.lint(segment));
  },
});
