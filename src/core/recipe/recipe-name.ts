/** `smol-lora` of `recipes/smol-lora.sft.yaml`: what runs of a recipe are called. */
export function recipeName(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return file.replace(/(?:\.sft)?\.(?:yaml|yml)$/i, '') || 'recipe';
}
