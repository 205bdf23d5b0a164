// Finds the files that a model names, beside it: by paths relative to its own file. A file of the same name elsewhere is
// taken only where it can belong to no other model; where it can, the model is refused instead of opened with foreign weights.
import { DamagedModelError, ForeignModelError } from '../readers/errors';
import type { GivenFile } from './define';

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `folder/./a/../b` is `folder/b`; what leads out of the folder that was given stays outside of every name. */
function resolved(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${path.replaceAll('\\', '/')}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The files beside one model. */
export class ModelFolder {
  readonly #folder: string;
  readonly #taken = new Set<GivenFile>();
  readonly #byName = new Map<string, GivenFile[]>();
  readonly #byBase = new Map<string, GivenFile[]>();

  /**
   * @param beside all other files that were given
   * @param hint what to do where one is missing
   */
  constructor(
    private readonly model: GivenFile,
    beside: readonly GivenFile[],
    private readonly hint = 'Choose model.json and its .bin files together, or a zip of them.',
  ) {
    this.#folder = folderOf(model.name);
    const foreign = new Set(
      beside.filter(({ name }) => /\.json$/i.test(name)).map(({ name }) => folderOf(name)),
    );
    foreign.delete(this.#folder);
    const note = (map: Map<string, GivenFile[]>, key: string, file: GivenFile): void => {
      const known = map.get(key);
      if (known) known.push(file);
      else map.set(key, [file]);
    };
    for (const file of beside) {
      note(this.#byName, resolved('', file.name), file);
      if (!foreign.has(folderOf(file.name))) note(this.#byBase, baseName(file.name), file);
    }
  }

  /**
   * The file that the model names so. Each is taken once: a model that names one twice asks for more memory than it has.
   * @throws ForeignModelError where it was not given or where several could be meant, DamagedModelError for one named twice
   */
  take(path: string): GivenFile {
    const near = this.#byName.get(resolved(this.#folder, path)) ?? [];
    const found = near.length > 0 ? near : (this.#byBase.get(baseName(path.replaceAll('\\', '/'))) ?? []);
    const { name } = this.model;
    if (found.length === 0) {
      throw new ForeignModelError(
        `${name} keeps its weights in ${JSON.stringify(path)}, which was not given with it.`,
        this.hint,
      );
    }
    if (found.length > 1) {
      throw new ForeignModelError(
        `${name} keeps its weights in ${JSON.stringify(path)}, and ${found.length} files are called so: ${found.map((file) => file.name).join(', ')}.`,
        'Choose the files of one model alone, or a zip in which each model has a folder of its own.',
      );
    }
    const [file] = found;
    if (this.#taken.has(file))
      throw new DamagedModelError(`${name} names the file ${file.name} more than once`);
    this.#taken.add(file);
    return file;
  }
}
