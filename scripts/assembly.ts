// The code that runs on vectors, compiled from assembly/ to WebAssembly, as text in a module of src/core. With --write it is written; a
// test holds the file against what is compiled. Run by the Node 24 that package.json brings, which reads TypeScript.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');

const SOURCE = 'assembly/row-code.ts';
const TARGET = path.join(root, 'src/core/dataset/row-code/assembled-code.ts');

const COMPILER = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
/** Nothing of a runtime, and memory for what assembly/memory.ts places in it. */
const OPTIONS = '-O3 --runtime stub --noAssert --enable simd --memoryBase 0 --initialMemory 18'.split(' ');

/** The absolute path of the module that holds the code, and the text that belongs there. */
export function assembledModule(): { readonly file: string; readonly text: string } {
  const lines =
    assembled()
      .toString('base64')
      .match(/.{1,96}/g) ?? [];
  const code = lines.map((line) => `  '${line}'`).join(' +\n');
  const says = `/** ${SOURCE} as WebAssembly, in base64: written by \`npm run assembly\`. */`;
  return { file: TARGET, text: `${says}\nexport const ROW_CODE =\n${code};\n` };
}

function assembled(): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tf-assembly-'));
  try {
    const code = path.join(folder, 'code.wasm');
    execFileSync(process.execPath, [COMPILER, SOURCE, '--outFile', code, ...OPTIONS], { cwd: root });
    return readFileSync(code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--write')) {
  const { file, text } = assembledModule();
  writeFileSync(file, text);
}
