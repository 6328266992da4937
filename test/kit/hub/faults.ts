import type { SeededRandom } from './random.ts';

/** What each switch does while it is on. Faults of requests: see `take`. */
export const faultNames = {
  'drop-stream': 'a log stream breaks off after 1 to N lines that no earlier one carried (20)',
  'repeat-events': 'each log event comes twice',
  'tail-replay': 'a reconnected log stream replays the newest N lines only (5)',
  'stage-lag': 'the stage of a job follows N ms after its last log line (1300)',
  unauthorized: '401',
  'no-credit': '402 where a job would be created',
  'read-only-token': '403 where something would be written',
  'rate-limit': '429 with Retry-After and the ratelimit header',
  'server-error': '500, 502, 503 or 504',
  slow: 'each answer waits N ms (1000)',
  'lost-answer': 'the job is made and the connection closed before the answer',
  'no-upload': '503 for commits',
  'no-answer': 'the connection stays open without an answer',
} as const;

export type FaultName = keyof typeof faultNames;

/** False switches off. True: always. A number is what the fault counts: requests, lines or milliseconds. */
export type FaultValue = boolean | number;

/** The switches of one emulator. */
export class Faults {
  readonly #random: SeededRandom;
  readonly #values = new Map<FaultName, number | true>();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** @throws RangeError for a number below 0 */
  set(name: FaultName, value: FaultValue): void {
    if (typeof value === 'number' && !(value >= 0)) throw new RangeError(`${name} needs a number from 0`);
    if (value === false || value === 0) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  clear(): void {
    this.#values.clear();
  }

  /** Those that are on. */
  get settings(): Readonly<Partial<Record<FaultName, number | true>>> {
    return Object.fromEntries(this.#values);
  }

  isOn(name: FaultName): boolean {
    return this.#values.has(name);
  }

  /** The number of a fault that is on, or what it means without one; undefined while it is off. */
  amount(name: FaultName, usual: number): number | undefined {
    const value = this.#values.get(name);
    return value === true ? usual : value;
  }

  /**
   * Whether this request is hit. Without a number every request is; with N from 1 the next N are; with a number between 0 and
   * 1 each is with that probability.
   */
  take(name: FaultName): boolean {
    const value = this.#values.get(name);
    if (value === undefined || value === true) return value === true;
    if (value < 1) return this.#random.next() < value;
    this.set(name, Math.max(0, Math.floor(value) - 1));
    return true;
  }

  /** Chooses for a fault that has more than one face. */
  draw(below: number): number {
    return this.#random.integer(below);
  }
}

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultNames, name);
}

/**
 * Reads `NAME` or `NAME=VALUE` of a command line.
 * @throws Error for an unknown name or a value that is no number
 */
export function parseFault(text: string): [FaultName, FaultValue] {
  const [name = '', value] = text.split('=', 2);
  if (!isFaultName(name)) {
    throw new Error(`There is no fault ${name}; there are ${Object.keys(faultNames).join(', ')}.`);
  }
  if (value === undefined) return [name, true];
  const number = Number(value);
  if (value === '' || !(number >= 0)) throw new Error(`${name} needs a number from 0, not "${value}".`);
  return [name, number];
}
