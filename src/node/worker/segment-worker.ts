import { parentPort } from 'node:worker_threads';
import { Channel } from '../../core/protocol/channel.ts';
import { segmentCalls, segmentOwnerCalls } from '../../core/protocol/segment-contract.ts';
import { messagePort } from './message-port.ts';
import { SegmentTurn } from './segment-turn.ts';

// A script of its own: another thread is worth its while where it has started before the file is read.

const segments = new SegmentTurn();

if (parentPort === null) throw new Error('segment-worker.ts runs as a worker thread alone');
export const channel = new Channel(messagePort(parentPort), segmentCalls, segmentOwnerCalls, {
  lintSegment: (segment) => segments.lint(segment),
});
