// Counts what code asks of WebGPU, by watching the browser's own classes; for tests and measurements only.

export interface GpuCalls {
  dispatches: number;
  submits: number;
  buffersCreated: number;
  buffersWritten: number;
  bindGroups: number;
}

const none = (): GpuCalls => ({
  dispatches: 0,
  submits: 0,
  buffersCreated: 0,
  buffersWritten: 0,
  bindGroups: 0,
});

/** Starts counting. `take` returns the counts since the last take; `stop` puts the browser's functions back. */
export function watchGpuCalls(): { take(): GpuCalls; stop(): void } {
  let calls = none();
  const undo: (() => void)[] = [];
  const watch = (prototype: object, method: string, kind: keyof GpuCalls): void => {
    const original: unknown = Reflect.get(prototype, method);
    if (typeof original !== 'function') throw new TypeError(`This browser has no ${method}.`);
    Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]): unknown {
      calls[kind]++;
      return Reflect.apply(original, this, args);
    });
    undo.push(() => Reflect.set(prototype, method, original));
  };
  watch(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', 'dispatches');
  watch(GPUQueue.prototype, 'submit', 'submits');
  watch(GPUQueue.prototype, 'writeBuffer', 'buffersWritten');
  watch(GPUDevice.prototype, 'createBuffer', 'buffersCreated');
  watch(GPUDevice.prototype, 'createBindGroup', 'bindGroups');
  return {
    take() {
      const taken = calls;
      calls = none();
      return taken;
    },
    stop: () => undo.forEach((put) => put()),
  };
}
