// What stands behind the samples of the grid: the noise that each is made from, and how real the discriminator
// finds it now. The grid's noise is that of the run's seed, sample i of it.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useClient } from '../stores/clientKey';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';

export interface Inspection {
  /** Step at which the discriminator was asked. */
  readonly step: number;
  readonly latentSize: number;
  readonly latents: Float32Array;
  /** Probability of being real, one per sample, 0..1. */
  readonly realness: Float32Array;
}

const ASK_EVERY_MS = 1500;

export function useSampleInspector(): {
  inspection: ShallowRef<Inspection | null>;
  /** Asks the discriminator again, unless it was asked a moment ago. */
  ask: () => void;
} {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const inspection = shallowRef<Inspection | null>(null);
  let asking = false;
  let lastAsked = -Infinity;

  async function ask(): Promise<void> {
    const count = run.timeline.at(-1)?.images.count ?? 0;
    const { config, step } = run;
    const fresh = inspection.value?.step === step || performance.now() - lastAsked < ASK_EVERY_MS;
    if (asking || fresh || !config || count === 0 || run.state.status === 'loading') return;
    asking = true;
    const id = run.run?.id;
    try {
      const source = { kind: 'seed', seed: config.seed, count } as const;
      const { latents, realness } = await client.request('samples/draw', { source });
      if (id === run.run?.id)
        inspection.value = { step, latents, realness, latentSize: latents.length / count };
    } catch (error) {
      notices.report(error);
    } finally {
      asking = false;
      lastAsked = performance.now();
    }
  }

  watch(
    () => run.run?.id,
    () => {
      inspection.value = null;
      lastAsked = -Infinity;
      if (run.run) void ask();
    },
    { immediate: true, flush: 'post' },
  );
  onScopeDispose(() => (inspection.value = null));

  return { inspection, ask: () => void ask() };
}
