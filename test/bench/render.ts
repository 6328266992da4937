// Rendering chat templates: ours against Python's jinja2 in the environment that transformers makes, CPU seconds of both.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensurePython } from '../../scripts/python-environment.ts';
import { compileTemplate } from '../../src/core/template/compile/compile-template.ts';
import { parsePythonJson } from '../../src/core/template/python-json.ts';
import { renderData } from '../../src/core/template/render-chat-template.ts';
import { traceChatTemplate } from '../../src/core/template/trace/trace-chat-template.ts';
import { PyDict } from '../../src/core/template/values/dict.ts';
import { cpuSeconds, interleave, median, type Rounds } from './kit/interleave.ts';
import { PythonReference } from './kit/python-reference.ts';
import { report, type BenchRow } from './kit/report.ts';
import { toolConversation } from './kit/tool-conversation.ts';

const ROUNDS = 5;
const REPEAT = 8000;
const now = '2026-01-02T03:04:05';
const specialTokens = { bos_token: '<s>', eos_token: '</s>' };

const SMOLLM3 = path.join(import.meta.dirname, '../fixtures/chat-templates/smollm3.jinja');

const cases = [
  { name: 'ChatML', file: null, tools: false, goal: '≥ 1.5 ×' },
  { name: 'SmolLM3', file: SMOLLM3, tools: false, goal: '≥ 2.5 ×' },
  { name: 'Qwen3, tools', file: 'qwen3.jinja', tools: true, goal: '≥ 4 ×' },
  { name: 'Llama 3.1, tools', file: 'llama3_1.jinja', tools: true, goal: '≥ 4 ×' },
  { name: 'gpt-oss, tools', file: 'gptoss.jinja', tools: true, goal: '≥ 4 ×' },
];
const CHATML =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/** Milliseconds for one rendering. */
interface Measured {
  readonly ours: number;
  readonly traced: number;
  readonly reference: number;
}

async function measure(template: string, tools: boolean, python: PythonReference): Promise<Measured> {
  const data = {
    messages: tools ? toolConversation.messages : plain(),
    tools: tools ? toolConversation.tools : null,
  };
  const variables = { ...data, documents: null, add_generation_prompt: false, ...specialTokens };
  const request = { kind: 'render', template, variables, repeat: REPEAT };
  const read = parsePythonJson(JSON.stringify(data));
  if (!(read instanceof PyDict)) throw new Error('The data are no object.');
  const settings = { template, specialTokens, now };
  const expected = renderData(settings, read);
  const { result } = await python.ask({ ...request, repeat: 1 });
  // Texts with the date of today differ; everything else that differs makes the comparison worthless.
  if (!expected.ok || withoutDate(expected.text) !== withoutDate(String(result)))
    throw new Error('The two render differently.');
  const rounds = await interleave(ROUNDS, {
    ours: () =>
      cpuSeconds(() => {
        for (let n = 0; n < REPEAT; n += 1) renderData(settings, read);
      }),
    traced: () =>
      cpuSeconds(() => {
        for (let n = 0; n < REPEAT; n += 1) traceChatTemplate(settings, read);
      }),
    reference: async () => (await python.ask(request)).seconds,
  });
  const each = (seconds: Rounds): number => (1000 * median(seconds)) / REPEAT;
  return { ours: each(rounds.ours), traced: each(rounds.traced), reference: each(rounds.reference) };
}

function plain(): object[] {
  return toolConversation.messages.filter(({ role, content }) => role !== 'tool' && content !== '');
}

function withoutDate(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}|\d{2} [A-Z][a-z]+ \d{4}/g, '');
}

function templateFolder(interpreter: string): string {
  const code = 'import importlib.util as u; print(u.find_spec("trl").submodule_search_locations[0])';
  return path.join(execFileSync(interpreter, ['-c', code], { encoding: 'utf8' }).trim(), 'chat_templates');
}

/** The longest template at hand, compiled anew each time. */
function compileRow(templates: string): BenchRow {
  const texts = fs.globSync('**/*.jinja', { cwd: templates }).map((file) => {
    return { file, text: fs.readFileSync(path.join(templates, file), 'utf8') };
  });
  const [longest] = texts.toSorted((a, b) => b.text.length - a.text.length);
  if (longest === undefined) throw new Error('There is no template.');
  const milliseconds = Array.from({ length: 9 }, () => {
    const start = performance.now();
    compileTemplate(longest.text);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return {
    what: `compile, ${longest.file} (${longest.text.split('\n').length} lines)`,
    ours: `${milliseconds[4]?.toFixed(1) ?? '?'} ms`,
    reference: '',
    ratio: '',
    goal: '< 20 ms',
  };
}

const interpreter = await ensurePython();
const folder = templateFolder(interpreter);
const python = new PythonReference(interpreter);
const rows: BenchRow[] = [];
for (const { name, file, tools, goal } of cases) {
  const template = file === null ? CHATML : fs.readFileSync(path.resolve(folder, file), 'utf8');
  const { ours, traced, reference } = await measure(template, tools, python);
  rows.push(
    {
      what: `render, ${name}`,
      ours: `${ours.toFixed(3)} ms`,
      reference: `${reference.toFixed(3)} ms`,
      ratio: `${(reference / ours).toFixed(2)} ×`,
      goal,
    },
    {
      what: `trace, ${name}, beside rendering`,
      ours: `${traced.toFixed(3)} ms`,
      reference: `${ours.toFixed(3)} ms`,
      ratio: `${(traced / ours).toFixed(2)} × the time`,
      goal: '≤ 3 × the time',
    },
  );
}
python.close();
rows.push(compileRow(folder));
report(rows);
