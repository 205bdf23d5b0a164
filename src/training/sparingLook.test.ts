import { describe, expect, it } from 'vitest';
import { LOOKING_SHARE, SparingLook } from './sparingLook';

/** A run of `steps` steps beside a watch, on a clock of its own. */
async function scene(costs: { readonly step: number; readonly look: number }, steps: number, on = true) {
  let now = 0;
  let looking = 0;
  const shown: number[] = [];
  const watch = new SparingLook(
    (step) => {
      now += costs.look;
      looking += costs.look;
      return Promise.resolve(step);
    },
    (step) => shown.push(step),
    1 / 32,
    () => now,
  );
  watch.set(on);
  for (let step = 1; step <= steps; step++) {
    now += costs.step;
    await watch.afterStep(step);
  }
  return { watch, shown, seconds: now, share: looking / now };
}

describe('SparingLook', () => {
  it('shows thirty frames a second where looking is quick', async () => {
    const { shown, seconds, share } = await scene({ step: 0.001, look: 0.004 }, 5000);
    expect(shown.length / seconds).toBeGreaterThan(28);
    expect(shown.length / seconds).toBeLessThan(32.5);
    expect(share).toBeLessThan(LOOKING_SHARE);
  });

  it('looks less often where looking is slow, so that training keeps the rest', async () => {
    const { shown, share } = await scene({ step: 0.01, look: 0.1 }, 1000);
    expect(shown.length).toBeGreaterThan(10);
    expect(share).toBeLessThanOrEqual(LOOKING_SHARE + 0.01);
  });

  it('costs nothing while nobody looks', async () => {
    const { shown, share } = await scene({ step: 0.01, look: 0.1 }, 100, false);
    expect([shown.length, share]).toEqual([0, 0]);
  });

  it('shows the last step once, and again to somebody new', async () => {
    const { watch, shown } = await scene({ step: 0.01, look: 0.001 }, 1);
    await watch.now(1);
    expect(shown).toEqual([1]);
    watch.set(true);
    await watch.now(1);
    expect(shown).toEqual([1, 1]);
  });
});
