/** A model of the Hub whose chat template is often wanted. Only its name is here: the text is got from the Hub when it is asked for. */
export interface CatalogueModel {
  readonly family: string;
  /** Repository on the Hub. */
  readonly id: string;
  /** As the model's card names it. */
  readonly licence: string;
  /** Its files are given only to those who have accepted terms on the model's page. The Hub has the last word. */
  readonly gated: boolean;
}

const open = (family: string, licence: string, ...ids: string[]): CatalogueModel[] =>
  ids.map((id) => ({ family, id, licence, gated: false }));
const gated = (family: string, licence: string, ...ids: string[]): CatalogueModel[] =>
  ids.map((id) => ({ family, id, licence, gated: true }));

/** Models for instruction tuning, by family; the small ones first. */
export const templateCatalogue: readonly CatalogueModel[] = [
  ...open(
    'SmolLM2',
    'Apache-2.0',
    'HuggingFaceTB/SmolLM2-135M-Instruct',
    'HuggingFaceTB/SmolLM2-1.7B-Instruct',
  ),
  ...open('SmolLM3', 'Apache-2.0', 'HuggingFaceTB/SmolLM3-3B'),
  ...open('Qwen2.5', 'Apache-2.0', 'Qwen/Qwen2.5-0.5B-Instruct', 'Qwen/Qwen2.5-7B-Instruct'),
  ...open('Qwen3', 'Apache-2.0', 'Qwen/Qwen3-0.6B', 'Qwen/Qwen3-4B-Instruct-2507', 'Qwen/Qwen3-8B'),
  ...gated('Llama 3.1', 'Llama 3.1 Community License', 'meta-llama/Llama-3.1-8B-Instruct'),
  ...gated('Llama 3.2', 'Llama 3.2 Community License', 'meta-llama/Llama-3.2-1B-Instruct'),
  ...gated('Llama 3.3', 'Llama 3.3 Community License', 'meta-llama/Llama-3.3-70B-Instruct'),
  ...gated('Gemma 2', 'Gemma Terms of Use', 'google/gemma-2-2b-it'),
  ...gated('Gemma 3', 'Gemma Terms of Use', 'google/gemma-3-1b-it', 'google/gemma-3-4b-it'),
  ...open(
    'Phi',
    'MIT',
    'microsoft/Phi-3.5-mini-instruct',
    'microsoft/Phi-4-mini-instruct',
    'microsoft/phi-4',
  ),
  ...gated(
    'Mistral',
    'Apache-2.0',
    'mistralai/Mistral-7B-Instruct-v0.3',
    'mistralai/Mistral-Nemo-Instruct-2407',
  ),
  ...open('gpt-oss', 'Apache-2.0', 'openai/gpt-oss-20b'),
  ...open('DeepSeek', 'MIT', 'deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B', 'deepseek-ai/DeepSeek-V3-0324'),
  ...open('GLM', 'MIT', 'zai-org/GLM-4.5-Air'),
  ...open('LFM2', 'LFM Open License v1.0', 'LiquidAI/LFM2-1.2B'),
  ...open('OLMo 2', 'Apache-2.0', 'allenai/OLMo-2-0425-1B-Instruct'),
  ...open('Granite', 'Apache-2.0', 'ibm-granite/granite-3.3-2b-instruct'),
  ...open('EXAONE', 'EXAONE AI Model License', 'LGAI-EXAONE/EXAONE-4.0-1.2B'),
  ...open('Kanana', 'Apache-2.0', 'kakaocorp/kanana-1.5-2.1b-instruct-2505'),
];
