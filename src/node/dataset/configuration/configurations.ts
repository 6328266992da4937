import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONFIGURATION_NAME } from '../../../core/dataset/configuration/configuration.ts';
import { configurationFor, type FileConfiguration } from '../../../core/dataset/configuration/ignores-for.ts';
import {
  parseConfiguration,
  type ParsedConfiguration,
} from '../../../core/dataset/configuration/parse-configuration.ts';

/** A tuning-fork.yaml that was found. */
export interface FoundConfiguration {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedConfiguration;
}

/**
 * The tuning-fork.yaml of dataset files: the one beside the file, else the nearest above up to a root. Of a file outside the root only
 * its own folder is looked at. Each is read once.
 */
export class Configurations {
  readonly #root: string;
  readonly #byFolder = new Map<string, Promise<FoundConfiguration | null>>();

  /** @param root absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /** @param file absolute */
  of(file: string): Promise<FoundConfiguration | null> {
    return this.#of(path.dirname(file));
  }

  #of(folder: string): Promise<FoundConfiguration | null> {
    const known = this.#byFolder.get(folder) ?? this.#find(folder);
    this.#byFolder.set(folder, known);
    return known;
  }

  async #find(folder: string): Promise<FoundConfiguration | null> {
    const here = await readConfiguration(path.join(folder, CONFIGURATION_NAME));
    if (here !== null) return here;
    const isBelowRoot = folder.startsWith(this.#root.endsWith(path.sep) ? this.#root : this.#root + path.sep);
    return isBelowRoot ? this.#of(path.dirname(folder)) : null;
  }
}

/** Null if it is not there or cannot be read. */
async function readConfiguration(file: string): Promise<FoundConfiguration | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { path: file, text, parsed: parseConfiguration(text) };
}

/** What the configuration of a file says of it, read anew. @param file absolute @param root none is looked for if undefined */
export async function configurationFrom(root: string | undefined, file: string): Promise<FileConfiguration> {
  if (root === undefined) return NOTHING;
  return configurationOf(await new Configurations(root).of(file), file);
}

const NOTHING: FileConfiguration = { rules: {}, ignores: [] };

/** What a configuration says of a file. @param file absolute */
export function configurationOf(found: FoundConfiguration | null, file: string): FileConfiguration {
  if (found === null) return NOTHING;
  const relative = path.relative(path.dirname(found.path), file).replaceAll(path.sep, '/');
  return configurationFor(found.parsed, relative);
}
