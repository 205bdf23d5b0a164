// Entry of a helper thread in the browser: one message in, one message out, then work until told to quit.
import { webLocks } from '../../core/webLocks';
import { runHelper, type HelperMessage } from './helper';

addEventListener(
  'message',
  ({ data }: MessageEvent<HelperMessage>) => {
    const work = (): void => runHelper(data, () => postMessage('ready'));
    const start = async (): Promise<void> => {
      const locks = await webLocks();
      if (locks) await locks.request(data.lock, work);
      else work();
    };
    start().catch(reportError);
  },
  { once: true },
);
