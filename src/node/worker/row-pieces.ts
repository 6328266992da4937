import type { PreviewRequest } from '../../core/template/preview-rendering.ts';
import type { PreviewSwitches } from '../../core/template/preview-switches.ts';
import { parsePythonJson } from '../../core/template/python-json.ts';
import { rowPathOf } from '../../core/template/trace/row-path.ts';
import type { DataPlace, TracePiece } from '../../core/template/trace/trace-piece.ts';
import { PyDict } from '../../core/template/values/dict.ts';

/** The pieces of a rendering with their paths in the row; what a switch gave to the template is in no row. */
export function rowPieces(
  pieces: readonly TracePiece[],
  { rowText, switches }: PreviewRequest,
): TracePiece[] {
  const row = parsePythonJson(rowText);
  if (!(row instanceof PyDict)) return [];
  return pieces.map(({ data, ...piece }) => ({
    ...piece,
    data: data === null || isSwitched(data.path, switches) ? null : inRow(row, data),
  }));
}

/** The way to a message in the row; null if it is not known which one. */
export function messagePath(rowText: string, index: number | undefined): DataPlace['path'] | null {
  const row = index === undefined ? null : parsePythonJson(rowText);
  return row instanceof PyDict && index !== undefined ? rowPathOf(row, ['messages', index]) : null;
}

function isSwitched([top, name]: DataPlace['path'], { tools, variables }: PreviewSwitches): boolean {
  if (top === 'tools') return tools.kind !== 'row';
  return top === 'kwargs' && typeof name === 'string' && Object.hasOwn(variables, name);
}

function inRow(row: PyDict, { path, offset }: DataPlace): DataPlace {
  const inRow = rowPathOf(row, path);
  // What is JSON text in the row has no value of its own for what is inside.
  const isInText = path[0] === 'tools' && inRow.length < path.length;
  return { path: inRow, offset: isInText ? null : offset };
}
