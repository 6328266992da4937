// Colours and cursor moves of a terminal (ECMA-48 control sequences), and the other controls that a page cannot show.
const controls = /\u001b\[[0-?]*[ -/]*[@-~]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The last lines of a program's output as a terminal would show them: a progress bar that redraws itself is its last state. */
export function logTail(output: string, lines: number): string {
  return output
    .split('\n')
    .slice(-lines - 1)
    .map((line) => lastDrawing(line.replace(controls, '')))
    .join('\n')
    .trimEnd();
}

function lastDrawing(line: string): string {
  return line.split('\r').findLast((drawing) => drawing.trim() !== '') ?? '';
}
