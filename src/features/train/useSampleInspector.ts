// How real the discriminator finds the samples of the grid now, and the noise that each is made from.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { gridClasses } from '../../core/sampleGrid';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';
import { fixedNoise } from './fixedNoise';

export interface Inspection {
  /** Step at which the discriminator was asked. */
  readonly step: number;
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
    const latentSize = run.run?.latentSize ?? 0;
    const classes = [...gridClasses(run.run?.sampleClasses?.length ?? 0)];
    const fresh = inspection.value?.step === step || performance.now() - lastAsked < ASK_EVERY_MS;
    if (asking || fresh || !config || count === 0 || latentSize === 0 || run.state.status === 'loading')
      return;
    asking = true;
    const id = run.run?.id;
    try {
      const values = fixedNoise(config.seed, count, latentSize);
      const source = { kind: 'rows', latentSize, values } as const;
      const { realness } = await client.request('samples/draw', { source, classes });
      if (id === run.run?.id) inspection.value = { step, realness };
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
