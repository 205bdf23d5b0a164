// Entry of a helper thread in the browser: one message in, one message out, then work until told to quit.
import { runHelper, type HelperInit } from './helper';

addEventListener(
  'message',
  (event: MessageEvent<HelperInit>) => {
    runHelper(event.data, () => postMessage('ready'));
  },
  { once: true },
);
