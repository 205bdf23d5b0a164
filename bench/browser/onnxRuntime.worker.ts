// onnxruntime-web on WebAssembly with threads, as its documentation sets it up for a cross-origin-isolated page.
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import mjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { normalArray } from '../../src/core/random';
import { answerWith } from './answer';
import type { OnnxRequest, Times } from './wire';

const sessions = new Map<string, InferenceSession>();

async function sessionOf({ model, threads }: OnnxRequest): Promise<InferenceSession> {
  const known = sessions.get(model);
  if (known) return known;
  const absolute = (path: string) => new URL(path, import.meta.url).href;
  env.wasm.wasmPaths = { mjs: absolute(mjs), wasm: absolute(wasm) };
  env.wasm.numThreads = threads;
  const bytes = Uint8Array.from(atob(model), (character) => character.charCodeAt(0));
  const session = await InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  sessions.set(model, session);
  return session;
}

answerWith(async (request: OnnxRequest): Promise<Times> => {
  const session = await sessionOf(request);
  const { batch, latent, count } = request;
  const latents = new Tensor('float32', normalArray(batch * latent, 1), [batch, latent]);
  const ms: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const { images } = await session.run({ latents });
    await images.getData();
    ms.push(performance.now() - start);
  }
  return { ms };
});
