import { stringify } from 'yaml';
import type { Comparison } from '../compare/comparison.ts';
import { redactSecrets } from '../run/redact-secrets.ts';
import { comparisonSection } from './card-comparison.ts';
import { fenced, link, table } from './card-markdown.ts';

/** All that a model card says. Nothing in it may be a path of this computer. */
export interface CardData {
  /** `namespace/name` of the repository that the card is for. */
  readonly id: string;
  readonly kind: 'adapter' | 'model';
  /** Of the model that was trained on, at the Hub; null where it has none. */
  readonly baseModel: string | null;
  /** Ids of datasets at the Hub. */
  readonly datasets: readonly string[];
  readonly data: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  /** The recipe as it is uploaded. */
  readonly recipe: string;
  readonly steps: number | null;
  readonly loss: number | null;
  readonly evalLoss: number | null;
  /** File name of the loss curve; null where there is none. */
  readonly curve: string | null;
  readonly comparison: Comparison | null;
  /** Of Python packages, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly templateSha256: string | null;
  readonly runId: string;
  readonly createdAt: string;
  readonly onJobs: boolean;
}

const hub = 'https://huggingface.co';
/** The packages that make a difference to a run, in the order of their mention. */
const packages = ['trl', 'transformers', 'peft', 'torch', 'datasets', 'accelerate', 'tokenizers'];

/** README.md of a trained model, in English as the Hub's cards are, without secrets. */
export function modelCard(data: CardData): string {
  const sections = [
    introduction(data),
    use(data),
    training(data),
    ...(data.comparison === null ? [] : [comparisonSection(data.comparison)]),
    again(data),
  ];
  return redactSecrets(`---\n${stringify(metadata(data))}---\n\n${sections.join('\n\n')}\n`);
}

/** What the Hub reads: only what is known, because a wrong licence or language is worse than none. */
function metadata({ id, kind, baseModel, datasets, onJobs }: CardData): Record<string, unknown> {
  const isAdapter = kind === 'adapter';
  return {
    ...(baseModel === null
      ? {}
      : { base_model: baseModel, base_model_relation: isAdapter ? 'adapter' : 'finetune' }),
    library_name: isAdapter ? 'peft' : 'transformers',
    model_name: nameOf(id),
    pipeline_tag: 'text-generation',
    ...(datasets.length === 0 ? {} : { datasets }),
    // trl 1.16 base_trainer.py:175 and sft_trainer.py _tag_names.
    tags: ['generated_from_trainer', 'trl', 'sft', ...(onJobs ? ['hf_jobs'] : [])],
  };
}

function introduction({ id, kind, baseModel }: CardData): string {
  const base = baseModel === null ? 'a model that is not on the Hub' : link(baseModel, `${hub}/${baseModel}`);
  const what =
    kind === 'adapter' ? `This is a PEFT adapter for ${base}` : `This is a fine-tuned version of ${base}`;
  const trl = link('TRL', 'https://github.com/huggingface/trl');
  return `# ${nameOf(id)}\n\n${what}, trained by supervised fine-tuning (SFT) with ${trl}.`;
}

function use({ id, kind }: CardData): string {
  const install = `pip install transformers torch${kind === 'adapter' ? ' peft' : ''}`;
  const code = `from transformers import pipeline

generator = pipeline("text-generation", model="${id}")
messages = [{"role": "user", "content": "Hello"}]
print(generator(messages, max_new_tokens=128, return_full_text=False)[0]["generated_text"])`;
  return `## Use\n\n${fenced('bash', install)}\n\n${fenced('python', code)}`;
}

function training(card: CardData): string {
  const facts = [
    ['Steps', card.steps],
    ['Last training loss', card.loss],
    ['Last evaluation loss', card.evalLoss],
    ['Chat template (SHA-256)', card.templateSha256 === null ? null : `\`${card.templateSha256}\``],
    ['Started', card.createdAt],
    ['Run', `\`${card.runId}\``],
  ].flatMap(([name, value]) => (value === null ? [] : [[String(name), factText(value ?? '')]]));
  const curve = card.curve === null ? '' : `\n\n![Training loss over the steps](${card.curve})`;
  const data = card.data.map(({ name, rows, sha256 }) => [
    name,
    rows.toLocaleString('en-US'),
    `\`${sha256}\``,
  ]);
  return [
    `## Training\n\n${table(['What', 'Value'], facts)}${curve}`,
    `### Recipe\n\n[recipe.yaml](recipe.yaml) is the whole of it, a configuration of TRL.\n\n${fenced('yaml', card.recipe)}`,
    ...(data.length === 0 ? [] : [`### Data\n\n${table(['File', 'Rows', 'SHA-256'], data)}`]),
  ].join('\n\n');
}

function again({ versions }: CardData): string {
  const known = packages.filter((name) => versions[name] !== undefined);
  // A local build (`2.13.0+cpu`) is no version that an index has.
  const pinned = known.map((name) => `${name}==${(versions[name] ?? '').split('+')[0]}`);
  const command = [
    ...(pinned.length === 0 ? [] : [`pip install ${pinned.join(' ')}`]),
    'PYTHONUTF8=1 trl sft --config recipe.yaml',
  ];
  const list = table(
    ['Package', 'Version'],
    known.map((name) => [name, versions[name] ?? '']),
  );
  return [
    '## Run it again',
    'Put the data and the model where `recipe.yaml` looks for them, then:',
    fenced('bash', command.join('\n')),
    ...(known.length === 0 ? [] : [list]),
    'Made with Tuning Fork.',
  ].join('\n\n');
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

function factText(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(5))) : value;
}
