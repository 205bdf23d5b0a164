// The worker's door: tells the page that it is alive, then hands every message to the dispatcher.
import { allowOwnScripts } from '../core/scriptUrls';
import type { RequestMessage, WorkerMessage } from '../protocol';
import { catalogue } from './catalogue';
import { createContext } from './context';
import { createDispatcher } from './dispatch';

allowOwnScripts(self.location.href);

const post = (message: WorkerMessage, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

const context = createContext(post);
const dispatch = createDispatcher(context, post);

self.onmessage = (event: MessageEvent<RequestMessage>): void => dispatch(event.data);

post({ kind: 'worker/ready', catalogue });
