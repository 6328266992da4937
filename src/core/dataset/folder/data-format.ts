/**
 * What `datasets` reads a file as, by extension (datasets 5.2 packaged_modules/__init__.py:93): the loader's name, or the extension where
 * it sets an option of the loader. A folder loads only where all splits agree in both.
 */
const EXTENSIONS: Readonly<Record<string, string>> = {
  json: 'json jsonl ndjson',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet geoparquet gpq',
  arrow: 'arrow',
  text: 'txt',
  conll: 'conll',
  conllu: 'conllu',
  webdataset: 'tar',
  xml: 'xml',
  hdf5: 'hdf5 h5',
  eval: 'eval',
  harbor: 'toml md',
  lance: 'lance',
  tsfile: 'tsfile',
  vortex: 'vortex',
  fasta: 'fa fasta fna ffn faa frn afa',
  genbank: 'gb gbk genbank',
  fastq: 'fq fastq',
  mmcif: 'cif mmcif',
};

/** Those whose extensions count in capitals too, and beside which a table of metadata is read. */
const MEDIA: Readonly<Record<string, string>> = {
  pdb: 'pdb ent',
  imagefolder:
    'blp bmp dib bufr cur pcx dcx dds ps eps fit fits fli flc ftc ftu gbr gif grib png apng jp2 j2k jpc jpf jpx j2c icns ico im iim ' +
    'tif tiff jfif jpe jpg jpeg msp pcd pxr pbm pgm ppm pnm psd bw rgb rgba sgi ras tga icb vda vst webp wmf emf xbm xpm',
  audiofolder:
    'mpg aiff au avr caf flac htk svx mat4 mat5 mpc2k ogg paf pvf raw rf64 sd2 sds ircam voc w64 wav nist wavex wve xi mp3 opus 3gp ' +
    '3g2 asf flv m4v webm f4v wmv wma ogm mxf nut',
  videofolder: 'mpeg avi mp4 mov mkv',
  meshfolder: 'glb gltf ply stl',
  pdffolder: 'pdf',
  niftifolder: 'nii',
};

const FORMATS: ReadonlyMap<string, string> = new Map(
  [...Object.entries(EXTENSIONS), ...Object.entries(MEDIA)].flatMap(([format, extensions]) =>
    extensions.split(' ').map((extension) => [extension, format] as const),
  ),
);

/** What an archive holds decides its format. */
export const ARCHIVE = 'zip';
/** Loaders that have two formats, which differ in an option. */
const LOADERS: Readonly<Record<string, string>> = { tsv: 'csv', conllu: 'conll' };
const WITH_TABLE = new Set([...Object.keys(MEDIA), 'mmcif']);
const TABLES = ['metadata.csv', 'metadata.jsonl', 'metadata.parquet'];
const LANCE_HINT = 'latest_version_hint.json';
const METADATA = new Set([...TABLES, LANCE_HINT, 'task.toml', 'instruction.md']);
const LANCE = new Set(['idx', 'txn', 'manifest']);
/** Which of two that are as frequent is better; of all others the one that comes last in the alphabet (datasets 5.2 load.py:224). */
const FAVORITES = ['parquet', 'lance', 'vortex', 'arrow', 'jsonl', 'json', 'csv'];

/** Whether `datasets` takes a file for data: every part of its name after a dot may say so, and capitals are others. */
export function isData(file: string): boolean {
  return extensionsOf(file).some(
    (each) => each === ARCHIVE || LANCE.has(each) || formatOfCased(each) !== null,
  );
}

/** Whether a part of a file name after a dot makes the file data, however it is written. */
export function isDataExtension(part: string): boolean {
  return part.toLowerCase() === ARCHIVE || FORMATS.has(part.toLowerCase());
}

/**
 * The format that a split is read as: that of the most frequent extension of its files (datasets 5.2 load.py:202). Empty where none is
 * one of data, `ARCHIVE` where what is in the archives decides.
 */
export function formatOf(files: readonly string[]): string {
  const counts = new Map<string, Count>();
  for (const file of files) {
    const isMetadata = METADATA.has(nameOf(file));
    for (const part of extensionsOf(file)) {
      const extension = part.toLowerCase();
      const key = `${extension}${isMetadata ? '/' : ''}`;
      const known = counts.get(key) ?? { extension, isMetadata, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
  }
  const known = [...counts.values()].filter(({ extension }) => isDataExtension(extension));
  const [best] = known.toSorted(compare);
  return best === undefined ? '' : (FORMATS.get(best.extension) ?? ARCHIVE);
}

/** Whether a file is among those that are read where this is the format (datasets 5.2 load.py:452). */
export function isReadAs(file: string, format: string): boolean {
  const name = nameOf(file);
  // by the end of the name alone: `my-metadata.csv` is read as well (datasets 5.2 data_files.py:640)
  if (WITH_TABLE.has(format) && TABLES.some((each) => name.endsWith(each))) return true;
  if (format === 'lance' && name.endsWith(LANCE_HINT)) return true;
  return extensionsOf(file).some((each) => {
    const own = formatOfCased(each);
    if (each === ARCHIVE || (format === 'lance' && LANCE.has(each))) return true;
    return own !== null && loaderOf(own) === loaderOf(format);
  });
}

/** Whether a file's name says that it is a copy or a note beside data of the format that it is read as: it ends in another extension. */
export function isCopyOrNote(file: string, format: string): boolean {
  const last = (extensionsOf(file).at(-1) ?? '').toLowerCase();
  return !COMPRESSED.has(last) && loaderOf(FORMATS.get(last) ?? '') !== loaderOf(format);
}

const COMPRESSED = new Set(['gz', 'xz', 'bz2', 'zst', 'lz4', ARCHIVE]);

interface Count {
  readonly extension: string;
  /** Of tables beside other files, which decide only where there is nothing else. */
  readonly isMetadata: boolean;
  readonly count: number;
}

function compare(a: Count, b: Count): number {
  return (
    Number(a.isMetadata) - Number(b.isMetadata) ||
    b.count - a.count ||
    rankOf(a.extension) - rankOf(b.extension) ||
    (a.extension < b.extension ? 1 : -1)
  );
}

function rankOf(extension: string): number {
  const at = FAVORITES.indexOf(extension);
  return at === -1 ? FAVORITES.length : at;
}

function formatOfCased(extension: string): string | null {
  const small = extension.toLowerCase();
  const format = FORMATS.get(small) ?? null;
  if (extension === small || format === null) return format;
  return extension === extension.toUpperCase() && Object.hasOwn(MEDIA, format) ? format : null;
}

function loaderOf(format: string): string {
  return LOADERS[format] ?? format;
}

function extensionsOf(file: string): string[] {
  return nameOf(file).split('.').slice(1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
