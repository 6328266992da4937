/** Whether a text can be the id of a repository on the Hub: `name` or `namespace/name` (huggingface_hub 2.4 utils/_validators.py). */
export function isRepositoryId(text: string): boolean {
  const shape = /^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9_][\w.-]{0,95}$/;
  return shape.test(text) && !/--|\.\.|[.-]$|\.git$/.test(text);
}
