import fs from 'node:fs';
import path from 'node:path';

const names = ['python', 'python3', 'uv'];

/** Puts the programs of a job's image into a folder: Python as it is prepared here, and a stand-in for uv. */
export function writePrograms(folder: string, python: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const standIn = path.join(import.meta.dirname, 'uv_stand_in.py');
  for (const name of names) {
    // A link would make a virtual environment's Python forget its packages: it looks for them beside its own name.
    const command = name === 'uv' ? `${quoted(python)} -S ${quoted(standIn)}` : quoted(python);
    const variable = name === 'uv' ? `UV_STAND_IN_PYTHON=${quoted(python)} ` : '';
    fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${variable}exec ${command} "$@"\n`, {
      mode: 0o755,
    });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
