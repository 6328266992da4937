/** The same training without the product: `trl sft --config recipe.yaml`, with settings that win over the recipe's. */
export function plainCommand(recipe: string, overrides: Readonly<Record<string, string>> = {}): string[] {
  return [
    'trl',
    'sft',
    '--config',
    recipe,
    ...Object.entries(overrides).flatMap(([key, value]) => [`--${key}`, value]),
  ];
}
