// Runs that are saved on this device: list, rename, duplicate, delete, export, import.
import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { AbortedError, GanvasError, toWireError, type WireError } from '../../core/errors';
import type { RunMarks } from '../../core/runMarks';
import type {
  ContinueFolder,
  ImportedRuns,
  DeletedRun,
  NamedFile,
  ProducedFile,
  RunSummary,
  UnreadableRun,
} from '../../protocol';
import { expectFiles } from '../../stores/catalogueWords';
import { useClient } from '../../stores/clientKey';
import { useEngineStore } from '../../stores/engineStore';
import { useSweepFlag } from '../../stores/sweepFlag';

export type GalleryState =
  | { readonly status: 'loading' }
  | { readonly status: 'listed' }
  | { readonly status: 'failed'; readonly error: WireError };

export interface ImportOptions {
  readonly choice?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string, fraction: number | null) => void;
}

export const useGalleryStore = defineStore('gallery', () => {
  const client = useClient();
  const engine = useEngineStore();
  const state = shallowRef<GalleryState>({ status: 'loading' });
  const runs = shallowRef<readonly RunSummary[]>([]);
  /** Kept, but not to be opened by this version. */
  const unreadable = shallowRef<readonly UnreadableRun[]>([]);
  /** Can still be put back. */
  const deleted = shallowRef<readonly DeletedRun[]>([]);
  /** What the person should know about where runs are kept. */
  const warning = shallowRef<string | null>(null);

  client.subscribe((event) => {
    if (event.kind === 'run/saved' && state.value.status === 'listed') void refresh();
  });

  const sweeps = useSweepFlag();
  watch(
    () => sweeps.saved,
    () => {
      if (state.value.status === 'listed') void refresh();
    },
  );

  const newestFirst = (list: readonly RunSummary[]) => [...list].sort((a, b) => b.savedAt - a.savedAt);
  const put = (summary: RunSummary): void => {
    runs.value = newestFirst([...runs.value.filter((r) => r.id !== summary.id), summary]);
  };

  async function refresh(): Promise<void> {
    try {
      const saved = await client.request('runs/list', {});
      runs.value = newestFirst(saved.runs);
      unreadable.value = saved.unreadable;
      deleted.value = saved.deleted;
      warning.value = saved.warning;
      state.value = { status: 'listed' };
    } catch (error) {
      state.value = { status: 'failed', error: toWireError(error) };
    }
  }

  /** Stops following saves while no page shows the list. */
  function leave(): void {
    state.value = { status: 'loading' };
  }

  const rename = async (id: string, name: string) => put(await client.request('runs/rename', { id, name }));

  const mark = async (id: string, marks: Partial<RunMarks>) =>
    put(await client.request('runs/mark', { id, ...marks }));

  async function duplicate(id: string): Promise<RunSummary> {
    const twin = await client.request('runs/duplicate', { id });
    put(twin);
    return twin;
  }

  /** It can be put back for some days. */
  async function remove(id: string): Promise<void> {
    await client.request('runs/delete', { id });
    await refresh();
  }

  async function restore(id: string): Promise<void> {
    await client.request('runs/restore', { id });
    if (state.value.status !== 'loading') await refresh(); // asked for after the list was left, too
  }

  /** For good. */
  async function erase(id: string): Promise<void> {
    await client.request('runs/erase', { id });
    await refresh();
  }

  const exportZip = (id: string): Promise<ProducedFile> => client.request('runs/export', { id });

  /** The run as a folder to train on elsewhere. @param images whether what it learns from comes along */
  const exportFolder = (
    id: string,
    images: boolean,
    onProgress: (what: string, fraction: number | null) => void,
  ): Promise<ContinueFolder> => client.request('runs/continue', { id, images }, { onProgress });

  /**
   * A run file, or a model of another program with the files that belong to it. Cancelled, it leaves nothing behind.
   * @param choice one of several models
   * @throws AbortedError once a cancelled import has ended
   */
  async function importFiles(
    files: readonly NamedFile[],
    { choice, signal, onProgress }: ImportOptions = {},
  ): Promise<ImportedRuns> {
    expectFiles();
    const request = choice === undefined ? { files } : { files, choice };
    const send = () => client.request('runs/import', request, { signal, onProgress, waitsForEnd: true });
    const summary = await send().catch(async (error: unknown) => {
      if (!(error instanceof GanvasError) || error.name !== 'NotOpenError') throw error;
      await engine.settled(); // a model draws, and the page is so new that nothing does yet
      return send();
    });
    if (signal?.aborted) {
      for (const { id } of [summary, ...(summary.alongside ?? [])])
        await client.request('runs/erase', { id }); // the cancel came when all was done
      throw new AbortedError('The import');
    }
    put(summary);
    summary.alongside?.forEach(put);
    return summary;
  }

  return {
    state,
    runs,
    unreadable,
    deleted,
    warning,
    refresh,
    leave,
    rename,
    mark,
    duplicate,
    remove,
    restore,
    erase,
    exportZip,
    exportFolder,
    importFiles,
  };
});
