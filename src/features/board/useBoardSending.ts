// What the two buttons of "Send to a board" do: export, then pack or upload.
import { readFileList, FILE_LIST, FileListError, type FileList } from '../../core/pageFiles';
import { useClient } from '../../stores/clientKey';
import { useLeavingStore } from '../../stores/leavingStore';
import { useRunStore } from '../../stores/runStore';
import { runTitle } from '../../stores/runTitle';
import { download } from '../../ui/downloads';
import { boardBundle, type BoardModel } from './boardBundle';
import { exportForBoard } from './boardModel';
import { useBoardStore } from './boardStore';
import { sendToBoard } from './boardUpload';

async function bytesAt(path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(path, document.baseURI), { signal });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new FileListError(
    `This page's ${path} cannot be read (HTTP ${response.status}).`,
    'Use a built page: `npm run build` and `npm start`. The development server has no list of its files.',
  );
}

async function pageFiles(signal: AbortSignal): Promise<FileList> {
  const text = new TextDecoder().decode(await bytesAt(FILE_LIST, signal));
  // The development server answers an unknown path with the page itself.
  const value: unknown = text.startsWith('{') ? JSON.parse(text) : null;
  return readFileList(value);
}

export function useBoardSending(): { bundle: () => Promise<void>; send: () => Promise<void> } {
  const board = useBoardStore();
  const client = useClient();
  const run = useRunStore();
  const leaving = useLeavingStore();

  const model = (
    withNative: boolean,
    signal: AbortSignal,
    onProgress: (what: string, fraction: number | null) => void,
  ): Promise<BoardModel> =>
    exportForBoard({
      client,
      leaving: leaving.asked,
      variant: board.variant,
      runName: runTitle(run.run?.name ?? ''),
      classNames: run.run?.sampleClasses ?? null,
      withNative,
      signal,
      onProgress,
    });

  return {
    bundle: () =>
      board.work(async (signal, onProgress) => {
        const list = await pageFiles(signal);
        const bytes = await boardBundle({
          list,
          read: (path) => bytesAt(path, signal),
          model: await model(true, signal, onProgress),
          origins: [location.origin],
          signal,
          onProgress,
        });
        download({ fileName: 'ganvas-board.zip', mimeType: 'application/zip', bytes });
        return { status: 'bundled', sizeBytes: bytes.length };
      }),
    send: () =>
      board.work(async (signal, onProgress) => {
        const kiosk = await sendToBoard({
          address: board.address,
          token: board.token,
          model: await model(false, signal, onProgress),
          origin: location.origin,
          fetch: (url, init) => fetch(url, init),
          signal,
          onProgress: (what) => onProgress(what, null),
        });
        return { status: 'sent', kiosk };
      }),
  };
}
