import process from 'node:process';
import { linuxProcessTable } from './linux-process-table.ts';
import type { ProcessTable } from './process-entry.ts';
import { psProcessTable } from './ps-process-table.ts';

/** Linux by /proc. Elsewhere by `ps`, which was written for macOS by its manual and is not tested there. */
export const processTable: ProcessTable = process.platform === 'linux' ? linuxProcessTable : psProcessTable;
