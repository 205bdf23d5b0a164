// Test support: ways for the machine below the training worker to fail, on request. Loaded in a worker before anything
// else; a message on the channel says which failure comes next.

export type Fault = 'trap' | 'out-of-memory' | 'helper-dies' | 'context-lost' | 'device-lost';

export const FAULT_CHANNEL = 'faults';

/** A module whose function `f` executes `unreachable`. */
const TRAP = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11],
);

/** Changes the worker's globals so that the failures can be had. */
export function installFaults(): void {
  let due: Fault | null = null;
  const helpers: Worker[] = [];
  const contexts: WebGL2RenderingContext[] = [];
  const devices: GPUDevice[] = [];

  new BroadcastChannel(FAULT_CHANNEL).addEventListener('message', ({ data }) => {
    due = data;
    if (due === 'helper-dies') for (const helper of helpers) helper.terminate();
    if (due === 'context-lost') contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
    if (due === 'device-lost') devices.at(-1)?.destroy();
  });

  const trap = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports.f;
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, args: [WebAssembly.Module, WebAssembly.Imports]) {
      const instance = new target(...args);
      const exports = Object.entries(instance.exports).map(([name, value]) => {
        if (typeof value !== 'function') return [name, value] as const;
        const kernel = (...values: unknown[]): unknown => {
          if (due === 'trap' && typeof trap === 'function') Reflect.apply(trap, undefined, []);
          return Reflect.apply(value, undefined, values);
        };
        return [name, kernel] as const;
      });
      return { exports: Object.fromEntries(exports) };
    },
  });

  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages: number) {
    if (due === 'out-of-memory')
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    return grow.call(this, pages);
  };

  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct(target, args: ConstructorParameters<typeof Worker>) {
      const helper = new target(...args);
      helpers.push(helper);
      return helper;
    },
  });

  OffscreenCanvas.prototype.getContext = new Proxy(OffscreenCanvas.prototype.getContext, {
    apply(target, canvas, args) {
      const context: unknown = Reflect.apply(target, canvas, args);
      if (context instanceof WebGL2RenderingContext) contexts.push(context);
      return context;
    },
  });

  if ('GPUAdapter' in globalThis) {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (descriptor) {
      const device = await requestDevice.call(this, descriptor);
      devices.push(device);
      return device;
    };
  }
}

installFaults();
