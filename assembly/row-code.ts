// All that is compiled into one module, by `npm run assembly`.
export { BYTES, LINES, MOST_BYTES, MOST_SHAPES, ROW, SHAPES, TABLES, TEXTS } from './memory';
export { beginAfter, inRunAtEnd, scanLines } from './scan-lines';
export { shapeOf } from './shaped-row';
