// A contestant of the kiosk benchmark in a worker, where threads may wait for each other.
import { openContestant, type Opened, type OpenRequest } from './contestants';

export type Ask =
  | { readonly do: 'open'; readonly request: OpenRequest }
  | { readonly do: 'run'; readonly count: number }
  | { readonly do: 'window'; readonly forMs: number }
  | { readonly do: 'image' };
export type Answer = { readonly values: readonly number[] } | { readonly error: string };

let opened: Opened | null = null;

async function answer(ask: Ask): Promise<readonly number[]> {
  if (ask.do === 'open') {
    opened = await openContestant(ask.request);
    return [];
  }
  if (!opened) throw new Error('Open a contestant first.');
  if (ask.do === 'window') return opened.window(ask.forMs);
  return ask.do === 'run' ? opened.run(ask.count) : opened.image();
}

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  let reply: Answer;
  try {
    reply = { values: await answer(data) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
