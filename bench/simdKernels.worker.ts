// The browser side of the kernel benchmark: loads the engine as the page does and times its kernels.
import { readKernelBytes, spawnHelperWorker } from '../src/engine/simd/assets';
import { loadSimdModule } from '../src/engine/simd/module';
import { benchKernels } from './simdKernelsCore';

interface Request {
  readonly threads: number;
  readonly relaxed: 'on' | 'off';
  readonly model: string;
  readonly rounds: number;
  readonly batch: number;
}

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    const module = await loadSimdModule({
      threads: data.threads,
      relaxed: data.relaxed,
      readBytes: readKernelBytes,
      spawnHelper: spawnHelperWorker,
    });
    const result = benchKernels(module, data.model, data.rounds, data.batch);
    module.dispose();
    postMessage({ result });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
