// The code that runs on vectors, compiled from assembly/ to WebAssembly, as text in modules of src/core. With --write they are written; a
// test holds the files against what is compiled. Run by the Node 24 that package.json brings, which reads TypeScript.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');

/** One line for each module: its source, where its code belongs, and the name that it has there. */
const modules = [
  ['assembly/row-code.ts', 'src/core/dataset/row-code/assembled-code.ts', 'ROW_CODE'],
] as const;

const COMPILER = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
/** Nothing of a runtime, and memory for what assembly/memory.ts places in it. */
const OPTIONS = '-O3 --runtime stub --noAssert --enable simd --memoryBase 0 --initialMemory 18'.split(' ');

/** Every module as the absolute path of its file and the text that belongs there. */
export function assembledFiles(): Map<string, string> {
  return new Map(
    modules.map(([source, target, name]) => {
      const base64 = assembled(source).toString('base64');
      const lines = base64.match(/.{1,96}/g) ?? [];
      const text = lines.map((line) => `  '${line}'`).join(' +\n');
      const says = `/** ${source} as WebAssembly, in base64: written by \`npm run assembly\`. */`;
      return [path.join(root, target), `${says}\nexport const ${name} =\n${text};\n`];
    }),
  );
}

function assembled(source: string): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tf-assembly-'));
  try {
    const code = path.join(folder, 'code.wasm');
    execFileSync(process.execPath, [COMPILER, source, '--outFile', code, ...OPTIONS], { cwd: root });
    return readFileSync(code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--write')) for (const [file, text] of assembledFiles()) writeFileSync(file, text);
