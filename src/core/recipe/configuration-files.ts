import type { RecipeSettings } from './recipe.ts';

/** A key of a recipe that names a file of settings for another program, and the file as it is written there. */
export interface ConfigurationFile {
  readonly key: 'accelerate_config' | 'config_file' | 'deepspeed';
  readonly path: string;
}

/** Configurations inside TRL itself (trl 1.16 accelerate_configs). */
const shipped = /^(?:fsdp[12]|multi_gpu|single_gpu|zero[123])$/;

/** The configuration files of this computer that a recipe names. */
export function configurationFiles(settings: RecipeSettings): ConfigurationFile[] {
  const { accelerate_config, config_file, deepspeedFile } = settings;
  const isShipped = accelerate_config !== null && shipped.test(accelerate_config);
  const named = [
    { key: 'accelerate_config', path: isShipped ? null : accelerate_config },
    { key: 'config_file', path: config_file },
    { key: 'deepspeed', path: deepspeedFile },
  ] as const;
  return named.flatMap(({ key, path }) => (path === null ? [] : [{ key, path }]));
}
