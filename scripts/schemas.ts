// The JSON Schemas of what the command line prints, made from the contracts in src/core. With --write they are written to
// schemas/; a test holds the files against them. Run by the Node 24 that package.json brings, which reads TypeScript.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { lintReport, lintReportLine } from '../src/core/dataset/lint-report.ts';
import { rulesReport } from '../src/core/dataset/rules-report.ts';

const folder = path.resolve(import.meta.dirname, '../schemas');

/** One line for each document: the schema's file and the contract. */
const contracts = [
  ['lint.schema.json', lintReport],
  ['lint-line.schema.json', lintReportLine],
  ['rules.schema.json', rulesReport],
] as const;

/** Every schema as the absolute path of its file and the text that belongs there. */
export const jsonSchemas = contracts.map(([name, contract]) => ({
  file: path.join(folder, name),
  text: `${JSON.stringify(toJsonSchema(contract), null, 2)}\n`,
}));

if (process.argv[1] === import.meta.filename && process.argv.includes('--write')) {
  for (const { file, text } of jsonSchemas) await writeFile(file, text);
}
