// Test support: ways for the machine below the training worker to fail, on request. Imported by faulty.worker.ts before
// anything else, and by nothing else: it changes the globals of whoever loads it. No part of the built page.
import { TIMEOUT_MS } from '../engine/simd/layout';
import { FAULT_CHANNEL, isFault, STRUCK, type Fault } from './faultChannel';

/** Instead of the engine's 20 s, so that tests do not wait. */
const PATIENCE_MS = 200;

/** A module whose function `f` executes `unreachable`. */
const TRAP = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11],
);

let due: Fault | null = null;
const helpers: Worker[] = [];
const contexts: WebGL2RenderingContext[] = [];
const devices: GPUDevice[] = [];

function strike(fault: Fault): void {
  due = fault;
  if (fault === 'helper-ended') for (const helper of helpers) helper.terminate();
  if (fault === 'context-lost') contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
  if (fault === 'device-lost') devices.at(-1)?.destroy();
}

const call = (f: unknown, ...values: unknown[]): unknown =>
  typeof f === 'function' ? Reflect.apply(f, undefined, values) : undefined;

/** What happens in the engine before its next kernel. */
function beforeKernel(exports: WebAssembly.Exports, memory: unknown): void {
  const fault = due;
  if (fault !== 'trap' && fault !== 'helper-traps' && fault !== 'helper-vanishes') return;
  due = null;
  if (fault === 'trap') call(new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports.f);
  if (fault === 'helper-traps') call(exports.poolTrapHelper);
  if (fault === 'helper-vanishes' && memory instanceof WebAssembly.Memory) {
    new Int32Array(memory.buffer)[TIMEOUT_MS / 4] = PATIENCE_MS;
    call(exports.poolLose, 4);
  }
}

/** Puts what is due before every function of the modules that the worker opens. */
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, args: [WebAssembly.Module, WebAssembly.Imports?]) {
    const { exports } = new target(...args);
    const memory = args[1]?.env?.memory;
    const wrapped = Object.entries(exports).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value] as const;
      const kernel = (...values: unknown[]): unknown => {
        beforeKernel(exports, memory);
        return call(value, ...values);
      };
      return [name, kernel] as const;
    });
    return { exports: Object.fromEntries(wrapped) };
  },
});

WebAssembly.Memory.prototype.grow = new Proxy(WebAssembly.Memory.prototype.grow, {
  apply(target, memory, args) {
    if (due === 'out-of-memory')
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    return Reflect.apply(target, memory, args);
  },
});

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
  GPUAdapter.prototype.requestDevice = new Proxy(GPUAdapter.prototype.requestDevice, {
    async apply(target, adapter, args) {
      const device: unknown = await Reflect.apply(target, adapter, args);
      if (device instanceof GPUDevice) devices.push(device);
      return device;
    },
  });
}

const channel = new BroadcastChannel(FAULT_CHANNEL);
channel.addEventListener('message', ({ data }) => {
  if (!isFault(data)) return;
  strike(data);
  channel.postMessage(STRUCK);
});
