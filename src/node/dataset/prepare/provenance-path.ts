/** `train.provenance` for `train.jsonl`: a name with a data extension anywhere in it is data to `load_dataset` on the folder. */
export function provenancePath(file: string): string {
  return `${file.replace(/\.(?:jsonl|ndjson|json|csv|tsv|parquet|txt)$/i, '')}.provenance`;
}
