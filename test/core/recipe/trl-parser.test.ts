import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/core/recipe/parse-recipe.ts';
import type { RecipeSettings } from '../../../src/core/recipe/recipe.ts';
import { bundledTrlKeys } from '../../../src/core/recipe/trl-keys.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];

/** Settings that are compared with what TRL's own dataclasses hold afterwards. */
const compared = [
  'model_name_or_path',
  'dataset_name',
  'dataset_test_split',
  'max_length',
  'max_steps',
  'num_train_epochs',
  'per_device_train_batch_size',
  'gradient_accumulation_steps',
  'learning_rate',
  'logging_steps',
  'assistant_only_loss',
  'completion_only_loss',
  'packing',
  'use_peft',
  'lora_r',
  'seed',
  'push_to_hub',
  'hub_model_id',
  'test_split_size',
  'trust_remote_code',
  'eval_strategy',
] as const satisfies readonly (keyof RecipeSettings)[];

/** Parses recipes as `trl sft` does in its first process: refused, or the leftovers and the values that were compared. */
const oracle = `
import contextlib, io, json, os, sys, tempfile
from trl.scripts.sft import make_parser
texts, keys = json.load(sys.stdin)
parser_input = tempfile.NamedTemporaryFile("w", suffix=".yaml", delete=False, encoding="utf-8").name
out, env = [], dict(os.environ)
for text in texts:
    with open(parser_input, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            *parts, rest = make_parser().parse_args_and_config(["--config", parser_input], return_remaining_strings=True)
        values = {}
        for key in keys:
            value = next(getattr(part, key) for part in parts if hasattr(part, key))
            values[key] = getattr(value, "value", value)
        out.append({"rest": [name[2:] for name in rest[::2]], "values": values})
    except BaseException as error:
        out.append({"refused": f"{type(error).__name__}: {error}"[:200]})
    os.environ.clear()
    os.environ.update(env)
print(json.dumps(out, default=str))
`;

type Answer =
  | { readonly refused: string }
  | { readonly rest: readonly string[]; readonly values: Readonly<Record<string, unknown>> };

function askTrl(texts: readonly string[]): Answer[] {
  const answer = spawnSync(python ?? '', ['-c', oracle], {
    input: JSON.stringify([texts, compared]),
    encoding: 'utf8',
    env: { ...process.env, HF_HUB_OFFLINE: '1', PYTHONUTF8: '1' },
  });
  if (answer.status !== 0) throw new Error(answer.stderr);
  return JSON.parse(answer.stdout.trim().split('\n').at(-1) ?? '') as Answer[];
}

const base = 'model_name_or_path: model\ndataset_name: data\nuse_cpu: true\nbf16: false\nreport_to: none\n';
const keys = [
  ...compared,
  'save_strategy',
  'optim',
  'lr_scheduler_type',
  'warmup_steps',
  'save_steps',
  'gradient_checkpointing',
];
const keyword = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...keys.slice(2)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...Object.keys(bundledTrlKeys().keys).filter(
        (key) =>
          !/cpu|bf16|fp16|tf32|report|deepspeed|fsdp|parallelism|backend|resume|torch|liger|accelerator|debug|include|multi|distributed|tpu/.test(
            key,
          ),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'learning_rat',
      'warmup_ratio',
      'group_by_length',
      'max_seq_length',
      'nonsense',
    ),
  },
);
const value = fc.constantFrom(
  '1',
  '2',
  '0.5',
  '1.0e-3',
  '2e-5',
  '"3"',
  '"0.25"',
  '1_000',
  '0010',
  'true',
  'no',
  '"yes"',
  '"no"',
  'abc',
  'null',
  'None',
  '12.5',
  'steps',
  'epoch',
  'linear',
  '1:02',
  'all-linear',
  '""',
  '"1e-4"',
);
const recipe = fc
  .uniqueArray(fc.tuple(keyword, value), { minLength: 1, maxLength: 2, selector: ([name]) => name })
  .map((entries) => base + entries.map(([name, text]) => `${name}: ${text}\n`).join(''));

describe('parseRecipe', () => {
  it.skipIf(python === undefined)(
    'finds an error wherever TRL refuses a recipe, and reads the settings that TRL reads (skipped without TUNING_FORK_TEST_PYTHON)',
    () => {
      const seed = Number(process.env['TF_SEED'] ?? 20260101);
      console.log(`parseRecipe against TRL: seed ${seed}`);
      const texts = [base, ...fc.sample(recipe, { seed, numRuns: 60 })];
      const answers = askTrl(texts);
      const accelerate = new Set(
        Object.entries(bundledTrlKeys().keys)
          .filter(([, key]) => key.group === 'accelerate' || key.group === 'trl')
          .map(([name]) => name),
      );
      const differences = texts.flatMap((text, index): object[] => {
        const answer = answers[index];
        if (answer === undefined) return [{ text, why: 'no answer' }];
        const { recipe: read, findings } = parseRecipe(text);
        const errors = findings.filter((finding) => finding.severity === 'error');
        if (errors.length > 0) return [];
        if ('refused' in answer) return [{ text, why: answer.refused }];
        const unknown = answer.rest.filter((name) => !accelerate.has(name));
        if (unknown.length > 0) return [{ text, why: `unknown to TRL: ${unknown.join(', ')}` }];
        const ours = Object.fromEntries(compared.map((key) => [key, read?.settings[key]]));
        return JSON.stringify(ours) === JSON.stringify(answer.values)
          ? []
          : [{ text, ours, theirs: answer.values }];
      });
      expect(differences).toEqual([]);
      const accepted = answers.filter((answer) => 'values' in answer).length;
      expect(accepted, 'recipes that TRL accepts').toBeGreaterThan(10);
    },
    240_000,
  );
});
