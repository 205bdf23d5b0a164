// A person's pictures on their way through a network of the open run: read at its size, given to it, shown. The latest wish
// counts; what is under way for an older one is thrown away.
import { shallowRef, type ShallowRef } from 'vue';
import type { ImageBatch } from '../../../core/history';
import type { PictureShape } from '../../../core/pictureFit';
import type { NamedFile, ReadPictures } from '../../../protocol';
import { useClient } from '../../../stores/clientKey';
import { useNoticesStore } from '../../../stores/noticesStore';
import { useRunStore } from '../../../stores/runStore';
import { words } from '../words';

/** Pictures, and what the network made of them. */
export interface MadePictures extends ReadPictures {
  readonly made: ImageBatch;
  /** Training steps behind the network then. */
  readonly step: number;
  /** From asking to having it, for one picture. */
  readonly milliseconds: number;
}

/** What pictures are taken from: files of the person, or pictures that the page has. */
export type PictureSource =
  | { readonly kind: 'files'; readonly files: readonly NamedFile[]; readonly unopened: readonly string[] }
  | { readonly kind: 'own'; readonly images: ImageBatch };

export interface Pictures {
  readonly made: Readonly<ShallowRef<MadePictures | null>>;
  /** What is being done, or null. */
  readonly busy: Readonly<ShallowRef<string | null>>;
  run(source: PictureSource, network: string, shape: PictureShape): Promise<void>;
  /** One picture of the right shape, at once. @throws what the worker says */
  frame(network: string, images: ImageBatch): Promise<ImageBatch>;
  clear(): void;
}

export function usePictures(): Pictures {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const made = shallowRef<MadePictures | null>(null);
  const busy = shallowRef<string | null>(null);
  let controller = new AbortController();

  async function read(
    source: PictureSource,
    shape: PictureShape,
    signal: AbortSignal,
  ): Promise<ReadPictures> {
    if (source.kind === 'own') {
      const names = Array.from({ length: source.images.count }, (_, i) =>
        words('own.name', { index: i + 1 }),
      );
      return { images: source.images, names, leftOut: [], notes: [] };
    }
    const { files, unopened } = source;
    return client.request('pictures/read', { files, unopened, shape }, { signal });
  }

  return {
    made,
    busy,
    async run(source, network, shape) {
      controller.abort();
      const own = new AbortController();
      controller = own;
      busy.value = source.kind === 'files' ? words('own.reading') : words('drawing');
      try {
        const given = await read(source, shape, own.signal);
        busy.value = words('drawing');
        const start = performance.now();
        const images = await client.request(
          'samples/translate',
          { network, images: given.images },
          { signal: own.signal },
        );
        const milliseconds = (performance.now() - start) / images.count;
        if (!own.signal.aborted) made.value = { ...given, made: images, step: run.step, milliseconds };
      } catch (error) {
        if (!own.signal.aborted) notices.report(error);
      } finally {
        if (controller === own) busy.value = null;
      }
    },
    frame: (network, images) => client.request('samples/translate', { network, images }),
    clear() {
      controller.abort();
      busy.value = null;
      made.value = null;
    },
  };
}
