// The worker's door: tells the page at once that it is alive and what there is to choose from, so that the page can be used
// while the engine is on its way; then hands every message over, in order. Imports nothing of the engine.
import catalogue from 'virtual:catalogue';
import { allowOwnScripts } from '../core/scriptUrls';
import type { RequestMessage, WorkerMessage } from '../protocol';

allowOwnScripts(self.location.href);

const post = (message: WorkerMessage, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

const engine = import('./requests').then(({ startDispatch }) => {
  post({ kind: 'worker/loaded' });
  return startDispatch(post);
});
engine.catch((error: unknown) => {
  // Where nobody can catch it, so that the page hears of it as an `error` of this worker.
  setTimeout(() => {
    throw error;
  });
});

self.onmessage = ({ data }: MessageEvent<RequestMessage>): void =>
  void engine.then(
    (dispatch) => dispatch(data),
    () => undefined, // said above; the page ends this worker
  );

post({ kind: 'worker/ready', catalogue });
