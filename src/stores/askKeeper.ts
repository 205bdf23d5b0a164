// A question to the service worker and its answer. Browsers end service workers as they please, in the middle of an answer too,
// and say so to nobody: one that falls silent is asked again, which starts it anew, and goes on with what is lacking.
import type { KeptState, PageAnswer, PageQuestion } from '../core/keptPage';

/** As much of a `ServiceWorker` as is needed. */
export interface Keeper {
  postMessage(question: PageQuestion, transfer: Transferable[]): void;
}

/** The service worker ended again and again before it had answered. */
export class KeeperSilentError extends Error {
  override readonly name = 'KeeperSilentError';
}

/** Four beats of app/serviceWorker: a busy machine is late. */
const SILENCE_MS = 20_000;
/** Questions in a row that brought nothing new. */
const MOST_QUESTIONS = 3;

const isAnswer = (data: unknown): data is PageAnswer =>
  typeof data === 'object' &&
  data !== null &&
  ('alive' in data || 'now' in data || 'done' in data || 'failed' in data);

/**
 * @param onProgress hears how far it is
 * @throws KeeperSilentError, or Error with the worker's words
 */
export function askKeeper(
  keeper: Keeper,
  question: PageQuestion,
  onProgress: (now: KeptState) => void,
): Promise<KeptState> {
  return new Promise((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    let port: MessagePort | null = null;
    let asked = 0;
    const end = (): void => {
      clearTimeout(silence);
      port?.close();
    };
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(ask, SILENCE_MS);
    };
    function ask(): void {
      end();
      if (++asked > MOST_QUESTIONS) {
        const message =
          'the browser ended what keeps the page. What came is kept; press the button again to go on.';
        return reject(new KeeperSilentError(message));
      }
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (!isAnswer(data) || port !== port1) return;
        listen();
        if ('now' in data) {
          asked = 1;
          onProgress(data.now);
        } else if ('done' in data) {
          end();
          resolve(data.done);
        } else if ('failed' in data) {
          end();
          reject(new Error(data.failed));
        }
      };
      listen();
      keeper.postMessage(question, [port2]);
    }
    ask();
  });
}
