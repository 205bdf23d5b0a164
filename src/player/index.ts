// ganvas-player: draws from an exported generator in any page, or under Node. The whole of what the package gives.
import { GanvasError } from '../core/errors';
import { openPlayer } from './player';
import type { Player, PlayerOptions } from './types';

export type { Images, Player, PlayerOptions } from './types';

/** The file did not come. */
class DownloadError extends GanvasError {}

async function bytesOf(
  source: string | URL | Blob | BufferSource,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  const response = await fetch(source, { signal: signal ?? null });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new DownloadError(
    `${String(source)} did not load (${response.status}).`,
    'Put the file beside the page, or give its bytes.',
  );
}

/**
 * Opens a generator that Ganvas exported as a .tflite file, of any precision.
 * @param source its address, or the file itself
 * @throws an Error with a `hint` when it does not load, is damaged, or holds what is unknown
 */
export async function load(
  source: string | URL | Blob | BufferSource,
  options: PlayerOptions = {},
): Promise<Player> {
  return openPlayer(await bytesOf(source, options.signal), options.simd);
}
