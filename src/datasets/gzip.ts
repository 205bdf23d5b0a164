// Gzip through the platform's own streams (browsers, workers and Node have them). Not a zip reader.
import { DatasetFileError, reasonOf } from './errors';
import type { Bytes } from './idx';

/** Whether the bytes start with gzip's magic number. */
export const isGzip = (bytes: Bytes): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Chunks as one array. */
export function joinChunks(chunks: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

/** Packs bytes with gzip. */
export async function gzip(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks gzip data.
 * @param name the file's name, for messages
 * @param limitBytes more than this is refused before it fills the memory
 * @throws DatasetFileError when the data is damaged, ends early or unpacks to more than the limit
 */
export async function gunzip(bytes: Bytes, name: string, limitBytes: number): Promise<Bytes> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Bytes[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new DatasetFileError(
        `${name} is truncated or damaged gzip data: after ${bytes.length} packed bytes (${total} unpacked) ` +
          `the unpacker says ${reasonOf(error)}.`,
        'Fetch or copy the file again.',
      );
    });
    if (done) return joinChunks(chunks);
    total += value.length;
    if (total > limitBytes) {
      await reader.cancel();
      throw new DatasetFileError(
        `${name} unpacks to more than the ${limitBytes} bytes that were expected.`,
        'Give the file as it was published.',
      );
    }
    chunks.push(value);
  }
}
