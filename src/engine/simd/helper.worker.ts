// Entry of a helper thread in the browser: one message in, one message out, then work until told to quit.
import { runHelper, type HelperMessage } from './helper';

addEventListener(
  'message',
  ({ data }: MessageEvent<HelperMessage>) => {
    const work = (): void => runHelper(data, () => postMessage('ready'));
    const locks: LockManager | undefined = navigator.locks;
    if (locks) locks.request(data.lock, work).catch(reportError);
    else work();
  },
  { once: true },
);
