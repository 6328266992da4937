// All that is compiled into one module, by `npm run assembly`.
export {
  BEGINNINGS,
  BYTES,
  LINES,
  MOST_BYTES,
  MOST_SHAPES,
  MOST_TEXTS,
  ROW,
  SCRATCH,
  SHAPES,
  SIGNATURES,
  TABLES,
  TEXTS,
} from './memory';
export { beginAnswers, beginSignature, endSignature, signedDigits, signText } from './min-hash';
export { beginAfter, inRunAtEnd, scanLines } from './scan-lines';
export { shapeOf } from './shaped-row';
export { mayHoldBeginning } from './word-beginnings';
