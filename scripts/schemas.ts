// The JSON Schemas of what the command line prints, made from the contracts in src/core. With --write they are written to
// schemas/; a test holds the files against them. Run by the Node 24 that package.json brings, which reads TypeScript.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import { comparison } from '../src/core/compare/comparison.ts';
import { configurationFile } from '../src/core/dataset/configuration/configuration.ts';
import { lintReport, lintReportLine } from '../src/core/dataset/findings/lint-report.ts';
import {
  convertReport,
  dedupeReport,
  excludeReport,
  mergeReport,
  sampleReport,
  shuffleReport,
  splitReport,
} from '../src/core/dataset/prepare/prepare-reports.ts';
import { provenance } from '../src/core/dataset/prepare/provenance.ts';
import { reportDocument } from '../src/core/dataset/report/report-document.ts';
import { rulesReport } from '../src/core/dataset/rules-report.ts';
import { uploadReport } from '../src/core/hub/upload-report.ts';
import { doctorReport } from '../src/core/python/diagnosis.ts';
import { spokenPlan } from '../src/core/recipe/plan.ts';
import { runList } from '../src/core/run/run-summary.ts';

const folder = path.resolve(import.meta.dirname, '../schemas');

/** One line for each document: the schema's file, its contract, and the command that prints it. */
const contracts = [
  ['tuning-fork.schema.json', configurationFile, 'tuning-fork.yaml'],
  ['lint.schema.json', lintReport, 'tuning-fork lint --format json'],
  ['lint-line.schema.json', lintReportLine, 'tuning-fork lint --format jsonl'],
  ['rules.schema.json', rulesReport, 'tuning-fork rules --format json'],
  ['report.schema.json', reportDocument, 'tuning-fork report --format json'],
  ['convert.schema.json', convertReport, 'tuning-fork convert --format json'],
  ['split.schema.json', splitReport, 'tuning-fork split --format json'],
  ['dedupe.schema.json', dedupeReport, 'tuning-fork dedupe --format json'],
  ['sample.schema.json', sampleReport, 'tuning-fork sample --format json'],
  ['shuffle.schema.json', shuffleReport, 'tuning-fork shuffle --format json'],
  ['merge.schema.json', mergeReport, 'tuning-fork merge --format json'],
  ['exclude.schema.json', excludeReport, 'tuning-fork exclude --format json'],
  [
    'provenance.schema.json',
    provenance,
    'train.provenance beside train.jsonl, of every command that prepares',
  ],
  ['plan.schema.json', spokenPlan, 'tuning-fork plan --format json'],
  ['runs.schema.json', runList, 'tuning-fork runs list|show --format json'],
  ['upload.schema.json', uploadReport, 'tuning-fork upload --format json'],
  ['doctor.schema.json', doctorReport, 'tuning-fork doctor --format json'],
  ['comparison.schema.json', comparison, 'tuning-fork compare --format json'],
] as const;

/** JSON has no NaN: where a contract takes it besides its string, the document has the string. */
const asPrinted: ConversionConfig = {
  typeMode: 'input',
  overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'nan' ? { not: {} } : undefined),
};

/** Every schema as the absolute path of its file and the text that belongs there. */
export const jsonSchemas = contracts.map(([name, contract, title]) => ({
  file: path.join(folder, name),
  text: `${JSON.stringify({ ...toJsonSchema(contract, asPrinted), title }, null, 2)}\n`,
}));

if (process.argv[1] === import.meta.filename && process.argv.includes('--write')) {
  for (const { file, text } of jsonSchemas) await writeFile(file, text);
}
