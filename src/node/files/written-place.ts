import fs from 'node:fs';
import path from 'node:path';
import { NotWritten } from './not-written.ts';

/** As many links after each other as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * The place that a file really has: of a link what it leads to, be it there or not, so that the link stays what it is.
 * @throws {HumanError} where links lead to each other
 */
export function writtenPlace(file: string): string {
  let place = file;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return place;
    place = path.resolve(fs.realpathSync(path.dirname(place)), fs.readlinkSync(place));
  }
  throw new NotWritten(file, 'ELOOP');
}
