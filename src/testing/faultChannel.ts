// Test support: how a test asks a faulty worker (faulty.worker.ts) for a failure. Changes nothing where it is imported.

/** What can fail, and how. */
const FAULTS = {
  trap: 'the next kernel traps',
  'out-of-memory': "the engine's memory cannot grow any more",
  'helper-traps': 'a task of the next kernel traps in the helper that took it',
  'helper-vanishes': 'the next kernel hands out a task that is never done',
  'helper-ended': 'all helpers are ended from outside',
  'context-lost': 'the WebGL context is lost',
  'device-lost': 'the WebGPU device is lost',
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_CHANNEL = 'faults';
/** The worker's answer, once the fault is in place. */
export const STRUCK = 'struck';

export const isFault = (data: unknown): data is Fault =>
  typeof data === 'string' && Object.hasOwn(FAULTS, data);

/** Asks the faulty worker of this page for a failure; resolves when it has taken effect, or will at the next kernel. */
export function strike(fault: Fault): Promise<void> {
  const channel = new BroadcastChannel(FAULT_CHANNEL);
  return new Promise((resolve) => {
    channel.addEventListener('message', ({ data }) => {
      if (data !== STRUCK) return;
      channel.close();
      resolve();
    });
    channel.postMessage(fault);
  });
}
