// The compute modules that go along with an exported generator, unpacked. They come as text, so that a page that was opened as
// a file needs to fetch nothing.
import packed from 'virtual:player-kernels';
import { inflateExactly } from '../archives/inflate';
import { EngineModuleError } from '../engine/simd/errors';
import type { ModuleName } from '../engine/simd/module';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** The module of one thread. @throws EngineModuleError where threads are asked for */
export function readDrawKernels(name: ModuleName): Promise<Uint8Array<ArrayBuffer>> {
  const own = name === 'relaxed-single' ? packed.relaxed : name === 'plain-single' ? packed.plain : null;
  if (!own) return Promise.reject(new EngineModuleError(`There is no compute module ${name} here.`));
  const damaged = (problem: string): Error =>
    new EngineModuleError(`The compute module is damaged: ${problem}.`);
  return Promise.resolve(
    Uint8Array.from(inflateExactly(bytesOf(own.packed), own.bytes, 'the compute module', damaged)),
  );
}
