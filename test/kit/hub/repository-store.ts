import { owns } from './accounts.ts';
import { parameter, type Call } from './call.ts';
import { HubError, missing, signInFirst } from './hub-error.ts';
import type { ObjectStore } from './object-store.ts';
import { Repository, type Change, type RepositoryType } from './repository.ts';

const initialCommit = { title: 'initial commit', message: '' };

/** File names that are large files wherever they are, as the Hub's first commit says. */
export const largeFileEndings = (
  '7z arrow bin bz2 ckpt ftz gguf gz h5 joblib mlmodel model msgpack npy npz onnx ot parquet pb pickle pkl pt pth rar ' +
  'safetensors tar tflite tgz wasm xz zip zst'
).split(' ');

/** All repositories of an emulator. */
export class RepositoryStore {
  readonly objects: ObjectStore;
  readonly #repositories = new Map<string, Repository>();

  constructor(objects: ObjectStore) {
    this.objects = objects;
  }

  find(type: RepositoryType, id: string): Repository | undefined {
    return this.#repositories.get(`${type} ${id}`);
  }

  /**
   * With the first commit that the Hub makes.
   * @throws HubError 400 for a name that the Hub does not take
   */
  create(type: RepositoryType, id: string, isPrivate: boolean): Repository {
    const name = id.split('/')[1] ?? '';
    if (!/^\w(?:[\w.-]{0,94}\w)?$/.test(name) || /--|\.\./.test(name) || name.endsWith('.git')) {
      throw new HubError(400, `Invalid repository name: ${name}`);
    }
    const repository = new Repository(type, id, isPrivate, this.objects);
    repository.addCommit('main', initialCommit, [this.bytes('.gitattributes', gitAttributes())]);
    this.#repositories.set(`${type} ${id}`, repository);
    return repository;
  }

  delete(repository: Repository): void {
    this.#repositories.delete(`${repository.type} ${repository.id}`);
  }

  /** The change that writes a small file. */
  bytes(path: string, content: Buffer): Change {
    return { kind: 'file', path, sha256: this.objects.put(content), lfs: false };
  }

  /**
   * The repository that a request names, for someone who may see it.
   * @throws HubError as the Hub answers: 401 for nobody, 404 for a stranger
   */
  forReading(call: Call, type: RepositoryType): Repository {
    const id = `${parameter(call, 'ns')}/${parameter(call, 'name').replace(/\.git$/, '')}`;
    const found = this.find(type, id);
    const visible = found !== undefined && (!found.isPrivate || owns(call.account, found.namespace));
    if (visible) return found;
    if (call.account === null) throw signInFirst({ 'X-Error-Code': 'RepoNotFound' });
    throw missing('RepoNotFound', 'Repository not found');
  }

  /** The same for someone who may write. @throws HubError 403 for others */
  forWriting(call: Call, type: RepositoryType): Repository {
    const repository = this.forReading(call, type);
    if (call.account === null) throw signInFirst();
    if (!owns(call.account, repository.namespace)) {
      throw new HubError(403, `You don't have the rights to write to ${repository.id}.`);
    }
    return repository;
  }
}

function gitAttributes(): Buffer {
  const lines = largeFileEndings.map((ending) => `*.${ending} filter=lfs diff=lfs merge=lfs -text\n`);
  return Buffer.from(lines.join(''));
}
