/** The note beside a prepared file: JSON, and not called so, because `load_dataset` on the folder would take it for data. */
export function provenancePath(file: string): string {
  return `${file}.provenance`;
}
