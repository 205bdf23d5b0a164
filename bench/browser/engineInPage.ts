// The engine as it runs in Chromium, for benchmarks whose other side runs under Node: Chromium compiles kernels better than Node's older V8.
import { Lab } from '../lab';
import { askWorker } from '../peers/benchWorker';
import type { EngineReply, EngineRequest } from './wire';

export type AskEngine = (request: EngineRequest) => Promise<EngineReply>;

/** Opens the CPU engine on so many threads in a page of its own, which ends with this process. */
export async function engineInPage(threads: number): Promise<AskEngine> {
  const page = await new Lab().openBenchPage();
  const ask: AskEngine = (request) => askWorker(page, 'engine', 'engine', request);
  await ask({ do: 'open', backend: 'wasm', threads });
  return ask;
}
