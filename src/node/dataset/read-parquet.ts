import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  type ParquetParsers,
  type RowGroup,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { ExactRecord } from '../../core/dataset/reading/exact-record.ts';
import { UnsupportedCodec } from '../../core/dataset/reading/unsupported-codec.ts';
import { ArrowField } from './arrow-field.ts';
import { jsonWriter, safeName, someLeaf, type WriteJson } from './parquet-json.ts';
import { leafOf, type ParquetLeaf } from './parquet-leaf.ts';

/** Rows that are decoded at once, and as many more as take these bytes: the library decodes all of a row group for each stretch of it. */
const ROWS = 1000;
const DECODED_AT_ONCE = 16 << 20;
/** Significant digits that every float keeps. */
const FLOAT_DIGITS = 15;

/** A Parquet file whose rows can be read from anywhere. */
export interface ParquetFile {
  readonly size: number;
  /** Some column has bytes, as of images. */
  readonly hasBytes: boolean;
  /** The rows from a position to another, 0-based, end exclusive. */
  read(from: number, to: number): Promise<ExactRecord[]>;
  /** All rows in order, a stretch of a row group at a time. */
  records(): AsyncGenerator<ExactRecord>;
}

/**
 * @throws {UnsupportedCodec} if it is compressed in a way that is not read; the library's error if the file is no Parquet or broken; that of
 * the file system if it cannot be read
 */
export async function openParquet(path: string): Promise<ParquetFile> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  checkColumns(metadata);
  checkCodecs(metadata);
  return new OpenParquet(file, metadata);
}

/**
 * The rows of a Parquet file in order.
 * @throws as `openParquet`
 */
export async function* parquetRecords(path: string): AsyncGenerator<ExactRecord> {
  yield* (await openParquet(path)).records();
}

class OpenParquet implements ParquetFile {
  readonly #file: AsyncBuffer;
  /** As the library reads it: all that it would make other values of is left to the writers. */
  readonly #metadata: FileMetaData;
  readonly #form: RecordForm;
  readonly hasBytes: boolean;

  constructor(file: AsyncBuffer, metadata: FileMetaData) {
    const tree = parquetSchema(metadata);
    this.#file = file;
    this.#metadata = plainMetadata(metadata);
    this.hasBytes = someLeaf(tree, ({ kind }) => kind === 'bytes');
    const arrow = arrowSchema(metadata);
    const write = jsonWriter(tree, 'base64', arrow);
    const show = this.hasBytes ? jsonWriter(tree, 'hidden', arrow) : null;
    this.#form = { write, show, hasDecimals: someLeaf(tree, isBeyondFloats) };
  }

  get size(): number {
    return this.#metadata.row_groups.reduce((sum, { num_rows: rows }) => sum + Number(rows), 0);
  }

  async read(rowStart: number, rowEnd: number): Promise<ExactRecord[]> {
    if (rowEnd <= rowStart) return [];
    const [file, metadata] = [this.#file, this.#metadata];
    const options = { file, metadata, compressors: codecs, parsers, utf8: false, rowStart, rowEnd };
    const rows = await parquetReadObjects(options);
    return rows.map((row) => new ParquetRecord(row, this.#form));
  }

  async *records(): AsyncGenerator<ExactRecord> {
    let start = 0;
    for (const group of this.#metadata.row_groups) {
      const end = start + Number(group.num_rows);
      const rows = rowsAtOnce(group);
      for (let from = start; from < end; from += rows)
        yield* await this.read(from, Math.min(end, from + rows));
      start = end;
    }
  }
}

function rowsAtOnce({ num_rows: rows, total_byte_size: bytes }: RowGroup): number {
  return Math.max(ROWS, Math.floor((Number(rows) / Math.max(1, Number(bytes))) * DECODED_AT_ONCE));
}

/** How the rows of a file are written. */
interface RecordForm {
  readonly write: WriteJson;
  /** Null where all is shown. */
  readonly show: WriteJson | null;
  readonly hasDecimals: boolean;
}

/** Is written where somebody asks for it: bytes are many. */
class ParquetRecord implements ExactRecord {
  readonly #row: unknown;
  readonly #form: RecordForm;
  #text: string | null = null;

  constructor(row: unknown, form: RecordForm) {
    this.#row = row;
    this.#form = form;
  }

  get text(): string {
    return this.#form.show === null ? this.shown : this.#form.write(this.#row);
  }

  get shown(): string {
    if (this.#form.show !== null) return this.#form.show(this.#row);
    this.#text ??= this.#form.write(this.#row);
    return this.#text;
  }

  get hasDecimals(): boolean {
    return this.#form.hasDecimals;
  }
}

function arrowSchema({ key_value_metadata: metadata }: FileMetaData): ArrowField | null {
  const text = metadata?.find(({ key }) => key === 'ARROW:schema')?.value;
  return text === undefined ? null : ArrowField.ofSchema(text);
}

function isBeyondFloats(leaf: ParquetLeaf): boolean {
  return leaf.kind === 'decimal' && leaf.scale > 0 && leaf.precision > FLOAT_DIGITS;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const parsers: Partial<ParquetParsers> = {
  stringFromBytes: (bytes) => decoder.decode(bytes),
  timestampFromNanoseconds: (nanos) => nanos,
};

/** An empty page is compressed too, and the library's LZ4 looks for more in it. */
const codecs: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([name, decompress]) => [
    name,
    (input: Uint8Array, length: number) => (length === 0 ? new Uint8Array() : decompress(input, length)),
  ]),
);

/** @throws {UnsupportedCodec} */
function checkCodecs({ row_groups: groups }: FileMetaData): void {
  for (const { columns } of groups) {
    for (const { meta_data: column } of columns) {
      const codec = column?.codec ?? 'UNCOMPRESSED';
      // snappy is the library's own
      if (codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY' && codecs[codec] === undefined)
        throw new UnsupportedCodec(codec);
    }
  }
}

/** Without the types that the library would lose digits by, or bytes, and with names that it can keep. */
function plainMetadata(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map(plainElement);
  const groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.map(({ meta_data: column, ...chunk }) =>
      column === undefined
        ? chunk
        : { ...chunk, meta_data: { ...column, path_in_schema: column.path_in_schema.map(safeName) } },
    ),
  }));
  return { ...metadata, schema, row_groups: groups };
}

function plainElement(element: SchemaElement): SchemaElement {
  const { converted_type: converted, logical_type: logical, ...rest } = element;
  const named = { ...rest, name: safeName(element.name) };
  if (element.type === undefined)
    return converted === 'LIST' ? { ...named, converted_type: converted } : named;
  const { kind } = leafOf(element);
  if (kind === 'text') return { ...named, converted_type: 'UTF8' };
  const isKept = kind === 'plain' || kind === 'float';
  if (!isKept) return named;
  return {
    ...named,
    ...(converted === undefined ? {} : { converted_type: converted }),
    ...(logical === undefined ? {} : { logical_type: logical }),
  };
}

/**
 * The library begins to read all columns of a row group before it looks for the next one in the schema, and waits for one of each name: what
 * it leaves behind may be broken too, and would end the process (hyparquet 1.33 rowgroup.js:21).
 * @throws {Error} where a column is not in the schema, or there twice
 */
function checkColumns(metadata: FileMetaData): void {
  const known = new Set(leavesOf(parquetSchema(metadata)));
  for (const { columns } of metadata.row_groups) {
    const names = columns.flatMap(({ meta_data: column }) => column?.path_in_schema.join('.') ?? []);
    const odd = names.find((name, n) => !known.has(name) || names.indexOf(name) < n);
    if (odd !== undefined) throw new Error(`columns and schema differ at ${odd}`);
  }
}

function leavesOf({ path, children }: SchemaTree): string[] {
  return children.length === 0 ? [path.join('.')] : children.flatMap(leavesOf);
}
