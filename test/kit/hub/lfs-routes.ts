import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { json, type Answer } from './answer.ts';
import { bodyJson, parameter, type Call } from './call.ts';
import { HubError, missing } from './hub-error.ts';
import type { ObjectStore } from './object-store.ts';
import { repositoryTypes } from './repository.ts';
import type { RepositoryStore } from './repository-store.ts';
import { route, type Route } from './router.ts';

const oid = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const Objects = v.object({
  operation: v.literal('upload'),
  transfers: v.optional(v.array(v.string()), ['basic']),
  objects: v.array(v.object({ oid, size })),
});
const Verification = v.object({ oid, size });
const Completion = v.object({
  oid,
  parts: v.array(v.object({ partNumber: v.pipe(v.number(), v.integer(), v.minValue(1)), etag: v.string() })),
});

/** A promised object. Its name in the URL is the leave to upload it: such requests carry no token, as on the Hub. */
interface Ticket {
  readonly oid: string;
  readonly size: number;
  readonly parts: Map<number, { readonly path: string; readonly etag: string }>;
}

export interface LfsSizes {
  /** Objects from this size come in parts, if the client knows how. */
  readonly multipartBytes: number;
  readonly partBytes: number;
}

/** The upload of large files: git-lfs's batch API, with `basic` and the Hub's `multipart`. */
export function lfsRoutes(store: RepositoryStore, sizes: LfsSizes): Route[] {
  const uploads = new LfsUploads(store.objects, sizes);
  const ofRepositories = repositoryTypes.flatMap((type) => {
    const base = `${type === 'model' ? '' : `/${type}s`}/:ns/:name/info/lfs`;
    return [
      route('POST', `${base}/objects/batch`, 'write', (call) =>
        uploads.batch(call, store.forWriting(call, type).page),
      ),
      route('POST', `${base}/verify`, 'read', (call) => {
        store.forWriting(call, type);
        return uploads.verify(call);
      }),
    ];
  });
  return [
    ...ofRepositories,
    route('PUT', '/__lfs/:ticket', 'write', (call) => uploads.put(call)),
    route('PUT', '/__lfs/:ticket/:part', 'write', (call) => uploads.putPart(call)),
    route('POST', '/__lfs/:ticket', 'write', (call) => uploads.complete(call)),
  ];
}

class LfsUploads {
  readonly #objects: ObjectStore;
  readonly #sizes: LfsSizes;
  readonly #tickets = new Map<string, Ticket>();

  constructor(objects: ObjectStore, sizes: LfsSizes) {
    this.#objects = objects;
    this.#sizes = sizes;
  }

  async batch(call: Call, page: string): Promise<Answer> {
    const request = await bodyJson(call, Objects);
    const multipart = request.transfers.includes('multipart');
    const large = (object: { size: number }): boolean =>
      multipart && object.size >= this.#sizes.multipartBytes;
    const objects = request.objects.map((object) => {
      if (this.#objects.has(object.oid)) return object;
      const upload = this.#ticket(call, object, large(object));
      const verify = { href: `${call.endpoint}/${page}.git/info/lfs/verify` };
      return { ...object, authenticated: true, actions: { upload, verify } };
    });
    const transfer = request.objects.some(large) ? 'multipart' : 'basic';
    return json({ transfer, objects }, { 'Content-Type': 'application/vnd.git-lfs+json; charset=utf-8' });
  }

  #ticket(call: Call, object: { oid: string; size: number }, inParts: boolean): object {
    const name = randomUUID();
    this.#tickets.set(name, { ...object, parts: new Map() });
    const href = `${call.endpoint}/__lfs/${name}`;
    if (!inParts) return { href };
    const count = Math.ceil(object.size / this.#sizes.partBytes);
    const parts = Array.from({ length: count }, (_, index) => [
      String(index + 1).padStart(5, '0'),
      `${href}/${index + 1}`,
    ]);
    return { href, header: { chunk_size: String(this.#sizes.partBytes), ...Object.fromEntries(parts) } };
  }

  async put(call: Call): Promise<Answer> {
    const ticket = this.#promised(call);
    await this.#keep(call.request, ticket);
    return json({}, { ETag: `"${ticket.oid}"` });
  }

  async putPart(call: Call): Promise<Answer> {
    const { parts } = this.#promised(call);
    const part = await this.#objects.putPart(call.request);
    const etag = `"${createHash('md5').update(part.sha256).digest('hex')}"`;
    parts.set(Number(parameter(call, 'part')), { path: part.path, etag });
    return json({}, { ETag: etag });
  }

  async complete(call: Call): Promise<Answer> {
    const ticket = this.#promised(call);
    const request = await bodyJson(call, Completion);
    const paths = request.parts
      .toSorted((a, b) => a.partNumber - b.partNumber)
      .map(({ partNumber, etag }) => {
        const part = ticket.parts.get(partNumber);
        if (part?.etag !== etag) throw new HubError(400, `Part ${partNumber} has not come.`);
        return part.path;
      });
    await this.#keep(Readable.from(inOrder(paths)), ticket);
    for (const part of ticket.parts.values()) fs.rmSync(part.path, { force: true });
    return json({ success: true });
  }

  async verify(call: Call): Promise<Answer> {
    const request = await bodyJson(call, Verification);
    if (!this.#objects.has(request.oid)) throw missing('EntryNotFound', 'The object has not come.');
    if (this.#objects.size(request.oid) !== request.size)
      throw new HubError(422, 'The object has another size.');
    return json({});
  }

  #promised(call: Call): Ticket {
    const ticket = this.#tickets.get(parameter(call, 'ticket'));
    if (ticket === undefined) throw new HubError(403, 'This upload was not promised.');
    return ticket;
  }

  async #keep(source: Readable, ticket: Ticket): Promise<void> {
    const sha256 = await this.#objects.putStream(source, ticket.oid);
    if (sha256 === ticket.oid) return;
    throw new HubError(400, `The SHA-256 is ${sha256} where ${ticket.oid} was promised.`);
  }
}

async function* inOrder(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) {
    for await (const chunk of fs.createReadStream(path)) yield chunk as Buffer;
  }
}
