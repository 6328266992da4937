import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { errorCode } from './error-code.ts';
import { writtenPlace } from './written-place.ts';

/** What a dead process left is let alone for so long: on a shared disk it may belong to a living one of another machine. */
const LEFT_ALONE_MS = 60_000;

/**
 * A free name for what is written before it takes the place of a file, beside the file that a link leads to. What processes that were
 * killed left there goes. @throws {HumanError} where links lead to each other
 */
export function partPath(target: string): string {
  const place = writtenPlace(target);
  const [folder, name] = [path.dirname(place), path.basename(place)];
  for (const left of leftParts(folder, name)) fs.rmSync(left, { force: true });
  return hiddenName(folder, name, 'part');
}

/** A free name beside a file for what is there while another takes its place. */
export function asidePath(place: string): string {
  return hiddenName(path.dirname(place), path.basename(place), 'old');
}

/** Takes away what threads of this process that are no more have left of a file. */
export function removePartsOf(target: string): void {
  const place = writtenPlace(target);
  const [folder, name] = [path.dirname(place), path.basename(place)];
  for (const { file, pid } of partsOf(folder, name))
    if (pid === process.pid) fs.rmSync(file, { force: true });
}

function hiddenName(folder: string, name: string, ending: 'part' | 'old'): string {
  return path.join(folder, `.${name}.${process.pid}-${randomBytes(4).toString('hex')}.${ending}`);
}

function leftParts(folder: string, name: string): string[] {
  const isOld = (file: string): boolean =>
    Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LEFT_ALONE_MS;
  return partsOf(folder, name)
    .filter(({ file, pid }) => !isAlive(pid) && isOld(file))
    .map(({ file }) => file);
}

/** What is being written or replaced, or was, and by which process. */
function partsOf(folder: string, name: string): { readonly file: string; readonly pid: number }[] {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return entries.flatMap((entry) => {
    if (!entry.startsWith(`.${name}.`)) return [];
    const pid = /^(\d+)-[0-9a-f]{8}\.(?:part|old)$/.exec(entry.slice(name.length + 2))?.[1];
    return pid === undefined ? [] : [{ file: path.join(folder, entry), pid: Number(pid) }];
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
