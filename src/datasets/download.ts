// One file over the network, with progress by bytes, a limit on silence and on size, and abort. Knows no data set.
import { AbortedError, GanvasError } from '../core/errors';
import { reasonOf } from './errors';
import { joinChunks } from './gzip';
import type { Bytes } from './idx';

/** A download failed; the message is a short reason such as `HTTP 404`. */
class DownloadError extends GanvasError {
  constructor(reason: string) {
    super(reason, 'Check the connection, or give the files yourself.');
  }
}

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** No answer and no new bytes for this long ends the download. */
  readonly stallTimeoutMs: number;
  readonly limitBytes: number;
  /** Called with the bytes received so far and the size that the server announced, if any. */
  readonly onBytes: (received: number, start: Bytes) => void;
  /** Looks at the first bytes; a sentence refuses the file before the rest is fetched. */
  readonly refuseStart: (start: Bytes) => string | null;
}

async function readBody(response: Response, options: DownloadOptions, alive: () => void): Promise<Bytes> {
  if (!response.ok) throw new DownloadError(`HTTP ${response.status}`);
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new DownloadError('a web page came instead of the file');
  }
  if (!response.body) throw new DownloadError('an empty answer came');
  const reader = response.body.getReader();
  const chunks: Bytes[] = [];
  let received = 0;
  let start: Bytes = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    alive();
    chunks.push(value);
    received += value.length;
    if (start.length < 4) {
      start = joinChunks([start, value.subarray(0, 4)]).subarray(0, 4);
      const refusal = start.length < 4 ? null : options.refuseStart(start);
      if (refusal) throw new DownloadError(refusal);
    }
    if (received > options.limitBytes) {
      throw new DownloadError(`more than the expected ${options.limitBytes} bytes came`);
    }
    options.onBytes(received, start);
  }
  if (start.length < 4) throw new DownloadError(`only ${received} bytes came`);
  return joinChunks(chunks);
}

/**
 * Fetches a file.
 * @throws DownloadError with the reason, AbortedError when the signal is given
 */
export async function download(url: string, options: DownloadOptions): Promise<Bytes> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let stalled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stalled = true;
      stop();
    }, options.stallTimeoutMs);
  };
  if (options.signal.aborted) throw new AbortedError('The download');
  options.signal.addEventListener('abort', stop);
  alive();
  try {
    const { fetch } = options;
    const response = await fetch(url, { signal: controller.signal, credentials: 'same-origin' });
    alive();
    return await readBody(response, options, alive);
  } catch (error) {
    if (options.signal.aborted) throw new AbortedError('The download');
    if (stalled) throw new DownloadError(`nothing came for ${options.stallTimeoutMs / 1000} seconds`);
    throw error instanceof DownloadError ? error : new DownloadError(reasonOf(error));
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', stop);
    stop();
  }
}
