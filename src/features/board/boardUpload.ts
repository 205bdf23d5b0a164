// Sends a model to a board that is set up: the file first, its manifest last, each with PUT over TLS and the board's token.
// What a browser hides (why a connection failed) is said as what it can be, with the way to find out.
import { GanvasError } from '../../core/errors';
import { KIOSK_PATHS, readKioskManifest } from '../../core/kioskManifest';
import type { BoardModel } from './boardBundle';

/** The board did not take the model. */
export class BoardRefusedError extends GanvasError {}
/** The board did not answer this page. */
export class BoardUnreachableError extends GanvasError {}

export interface UploadJob {
  /** As a person writes it: `board.local`, `192.168.1.5:8443`, `https://board.local/`. */
  readonly address: string;
  readonly token: string;
  readonly model: BoardModel;
  /** Where this page is served, for what to do on the board. */
  readonly origin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal: AbortSignal;
  readonly onProgress: (what: string) => void;
}

const ANSWER_WITHIN_MS = 20_000;
const USER = 'ganvas';
/** A file that no manifest names; the board's tidying takes it away. */
const NO_MODEL = 'token.tflite';
/** What ganvas-token accepts. */
const TOKEN = /^[A-Za-z0-9._~-]+$/;

/**
 * The board's address as `https://host[:port]/`.
 * @throws BoardRefusedError for what is no address, or one without encryption
 */
export function boardAddress(written: string): string {
  const text = written.trim();
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (!url?.hostname || url.username || url.search) {
    throw new BoardRefusedError(
      `“${written}” is no address.`,
      'Write it like board.local or 192.168.1.5:8443.',
    );
  }
  if (url.protocol !== 'https:') {
    throw new BoardRefusedError(
      `${url.protocol}// would send the token in the open.`,
      `Use https://${url.hostname}; install.sh sets it up on the board.`,
    );
  }
  return `${url.origin}/`;
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

function refusal(status: number, base: string, bytes: number, maxBytes: number | null): BoardRefusedError {
  switch (status) {
    case 401:
      return new BoardRefusedError(
        'The board does not know this token.',
        'Copy it again, or make a new one on the board: sudo ganvas-token',
      );
    case 403:
    case 405:
    case 501:
      return new BoardRefusedError(
        `The board refuses uploads (HTTP ${status}).`,
        'Set a token on the board (sudo ganvas-token) and use its HTTPS address.',
      );
    case 404:
      return new BoardRefusedError(
        `There is no Ganvas kiosk at ${base} (HTTP 404).`,
        'Check the address, or set the board up with the bundle first.',
      );
    case 413:
      return new BoardRefusedError(
        `The model has ${megabytes(bytes)}${maxBytes === null ? '' : `; the board takes ${megabytes(maxBytes)}`}.`,
        'Export it in int8, make it smaller, or allow more on the board: install.sh --max-upload-mb',
      );
    case 507:
      return new BoardRefusedError(
        'The board has no room left.',
        'Delete files on the board and send again.',
      );
    default:
      return new BoardRefusedError(
        `The board answered HTTP ${status}.`,
        'Its log says why: journalctl -u ganvas-server',
      );
  }
}

async function ask(job: UploadJob, base: string, path: string, init: RequestInit = {}): Promise<Response> {
  const late = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    return await job.fetch(base + path, {
      ...init,
      signal: AbortSignal.any([job.signal, late]),
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    if (job.signal.aborted) throw error;
    if (late.aborted) {
      throw new BoardUnreachableError(
        `${base} did not answer within ${ANSWER_WITHIN_MS / 1000} seconds.`,
        'Is the board switched on and in this network?',
      );
    }
    throw new BoardUnreachableError(
      `${base} did not answer this page.`,
      `Open ${base} in a new tab. It does not open: the board is off, elsewhere, or listens on another port. It warns of` +
        ` the certificate: trust it there once. It opens: let this page in, with install.sh --allow-origin ${job.origin}`,
    );
  }
}

interface BoardFacts {
  readonly upload: boolean;
  readonly maxBytes: number | null;
}

async function boardFacts(response: Response): Promise<BoardFacts | null> {
  const value: unknown = await response.json().catch(() => null);
  if (typeof value !== 'object' || value === null) return null;
  const upload = 'upload' in value && value.upload === true;
  const maxBytes = 'maxBytes' in value && typeof value.maxBytes === 'number' ? value.maxBytes : null;
  return { upload, maxBytes };
}

/**
 * @returns the address of the kiosk page that now shows the model
 * @throws BoardRefusedError, BoardUnreachableError
 */
export async function sendToBoard(job: UploadJob): Promise<string> {
  const base = boardAddress(job.address);
  const { manifest, bytes } = job.model;
  job.onProgress('Asking the board');
  const facts = await ask(job, base, KIOSK_PATHS.board);
  const board = facts.ok ? await boardFacts(facts) : null;
  if (!board) throw refusal(facts.ok ? 404 : facts.status, base, bytes.length, null);
  if (!board.upload) throw refusal(403, base, bytes.length, null);
  if (board.maxBytes !== null && bytes.length > board.maxBytes)
    throw refusal(413, base, bytes.length, board.maxBytes);

  const token = job.token.trim();
  if (!TOKEN.test(token)) throw refusal(401, base, bytes.length, null);
  const Authorization = `Basic ${btoa(`${USER}:${token}`)}`;
  // A server that refuses may end the connection before it has read the body, and a browser then says no more than that it
  // ended: asked with an empty body, the server's answer arrives.
  const whyEnded = async (error: unknown): Promise<unknown> => {
    if (!(error instanceof BoardUnreachableError)) return error;
    const init = { method: 'PUT', headers: { Authorization }, body: '' };
    const answer = await ask(job, base, KIOSK_PATHS.incoming + NO_MODEL, init);
    return answer.ok ? error : refusal(answer.status, base, bytes.length, board.maxBytes);
  };
  const put = async (name: string, body: Uint8Array<ArrayBuffer> | string, type: string): Promise<void> => {
    const init = { method: 'PUT', headers: { Authorization, 'Content-Type': type }, body };
    const answer = await ask(job, base, KIOSK_PATHS.incoming + name, init).catch(async (error: unknown) => {
      throw await whyEnded(error);
    });
    if (!answer.ok) throw refusal(answer.status, base, bytes.length, board.maxBytes);
  };
  job.onProgress(`Sending ${manifest.name}`);
  await put(manifest.file, bytes, 'application/octet-stream');
  job.onProgress('Telling the kiosk');
  await put('kiosk.json', JSON.stringify(manifest), 'application/json');

  job.onProgress('Reading it back');
  const held = await ask(job, base, KIOSK_PATHS.manifest);
  if (!held.ok || readKioskManifest(await held.json()).sha256 !== manifest.sha256) {
    throw new BoardRefusedError(
      'The board holds another model than the one that was sent.',
      'Somebody else may have sent one in the same moment; send it again.',
    );
  }
  return `${base}kiosk/`;
}
