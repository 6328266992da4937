import { join, resolve } from 'node:path';
import { templateSha256 as modelTemplateSha256 } from '../recipe/model-facts.ts';
import { readRecipe } from '../recipe/read-recipe.ts';
import { templateOfRecipe } from '../recipe/recipe-template.ts';
import { readRunRecord, runFiles } from '../run/run-directory.ts';
import { chooseTemplate, readChatTemplates, templateSha256 } from './read-chat-templates.ts';
import { readTextFile } from './read-text-file.ts';

/** The chat template that a run was trained with, beside what its recipe names now. */
export interface RunTemplate {
  readonly run: string;
  /** SHA-256 that run.json keeps. */
  readonly before: string;
  /** The text of then, which the run keeps; of an earlier version's run where its result holds it. */
  readonly beforeText: string | null;
  /** SHA-256 of today, made as run.json's was. */
  readonly after: string;
  readonly afterText: string;
  /** The template file, or the model folder that has it. */
  readonly path: string;
  /** The file that the text stands in. */
  readonly file: string;
}

/**
 * Null where the run names no template, or its recipe or today's template cannot be read: then nothing can be said.
 * @param directory the run's directory
 */
export async function readRunTemplate(
  directory: string,
  env: NodeJS.ProcessEnv,
): Promise<RunTemplate | null> {
  const record = await readRunRecord(directory);
  const before = record?.templateSha256 ?? null;
  if (record === null || before === null) return null;
  const folder = resolve(directory, '../../..');
  const { recipe } = await readRecipe(join(directory, runFiles.recipe), folder);
  const found = recipe === null ? null : await templateOfRecipe(recipe.settings, folder, env);
  if (found === null) return null;
  const path = found.template;
  const template = await readChatTemplates(path)
    .then((templates) => chooseTemplate(templates, { tools: false }))
    .catch(() => null);
  if (template === null) return null;
  const { text, sha256, path: file } = template;
  const after = path === found.model ? ((await modelTemplateSha256(path)) ?? sha256) : sha256;
  const beforeText = await textOf(directory, resolve(folder, record.outputDir), before);
  return { run: record.id, before, beforeText, after, afterText: text, path, file };
}

async function textOf(directory: string, outputDir: string, sha256: string): Promise<string | null> {
  const kept = await readTextFile(join(directory, runFiles.template)).catch(() => null);
  if (kept !== null) return kept;
  const saved = await readTextFile(join(outputDir, 'chat_template.jinja')).catch(() => null);
  return saved !== null && templateSha256(saved) === sha256 ? saved : null;
}
