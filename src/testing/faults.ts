// Test support: makes the engine's next kernel trap, on request. Loaded in a worker before anything else; a message on
// the channel says when.

/** What a test may ask for. */
export type Fault = 'trap';

export const FAULT_CHANNEL = 'faults';

/** A module whose function `f` executes `unreachable`. */
const TRAP = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
  ...[7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11],
);

/** Puts a trap before every function of every WebAssembly module that the worker opens. */
function installFaults(): void {
  let due: Fault | null = null;
  new BroadcastChannel(FAULT_CHANNEL).addEventListener('message', ({ data }) => {
    due = data;
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
}

installFaults();
