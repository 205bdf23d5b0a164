// Makes the CPU engine of the built page fail on request: lines put before the worker's script on its way to the page.
// The built page itself has no such door.
import type { Page } from '@playwright/test';

const CHANNEL = 'break the engine';

/** Puts the kernel that was asked for, one that traps, before the next one that the engine runs. */
const DOOR = `
let due = null;
new BroadcastChannel('${CHANNEL}').onmessage = ({ data }) => (due = data);
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, args) {
    const { exports } = new target(...args);
    const guarded = ([name, value]) => [name, typeof value !== 'function' ? value : (...numbers) => {
      const trap = due;
      due = null;
      if (trap) exports[trap](0, 1);
      return value(...numbers);
    }];
    return { exports: Object.fromEntries(Object.entries(exports).map(guarded)) };
  },
});
`;

/** To be called before the page opens. */
export async function withBreakableEngine(page: Page): Promise<void> {
  await page.route(/\/entry\.worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: DOOR + (await response.text()) });
  });
}

/** The next kernel that the engine runs is this one of its own, which traps: in its caller, or in a helper. */
export async function breakEngine(page: Page, kernel: 'poolTrap' | 'poolTrapHelper'): Promise<void> {
  await page.evaluate(
    ([channel, name]) => {
      const door = new BroadcastChannel(channel);
      door.postMessage(name);
      door.close();
    },
    [CHANNEL, kernel],
  );
}
