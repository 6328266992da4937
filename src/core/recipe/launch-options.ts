import type { Recipe } from './recipe.ts';
import { shellQuote } from './shell-quote.ts';
import type { TrlKeys } from './trl-keys.ts';
import type { YamlNode } from './yaml-node.ts';

/** Configurations of accelerate that lie in the `trl` package (trl 1.16 accelerate_configs). */
const SHIPPED = new Set(['fsdp1', 'fsdp2', 'multi_gpu', 'single_gpu', 'zero1', 'zero2', 'zero3']);

/** What `trl sft` forwards from a recipe to `accelerate launch`, as words of a shell line (trl 1.16 cli/accelerate_config.py). */
export function launchOptions({ entries, settings }: Recipe, keys: TrlKeys): string[] {
  const forwarded = [...entries.values()].flatMap(({ name, value }) =>
    keys.keys[name]?.group === 'accelerate' ? [`--${name}`, shellQuote(printed(value))] : [],
  );
  const config = settings.accelerate_config;
  return config === null ? forwarded : ['--config_file', configFile(config), ...forwarded];
}

function configFile(config: string): string {
  if (!SHIPPED.has(config)) return shellQuote(config);
  return `"$(python -c 'import trl; print(trl.__path__[0])')/accelerate_configs/${config}.yaml"`;
}

/** As Python's str() prints it, which is how TRL forwards it (trl 1.16 scripts/utils.py:388). */
function printed(node: YamlNode): string {
  if (node.kind === 'null') return 'None';
  if (node.kind === 'bool') return node.value ? 'True' : 'False';
  return node.kind === 'list' || node.kind === 'map' ? '' : String(node.value);
}
