// Reads what the runs of a sweep reported, each once, as they are done. Draws nothing.
import { computed, shallowRef, watch } from 'vue';
import { toWireError } from '../../../core/errors';
import { useCatalogStore } from '../../../stores/catalogStore';
import { useClient } from '../../../stores/clientKey';
import type { Sweep } from '../../../stores/keptSweeps';
import { figuresOfRun, type RunFigures } from './spread';

/** A run that is done and cannot be read: it was deleted, for example. */
export interface LostRun {
  readonly number: number;
  readonly why: string;
}

/** Call within a component's setup. */
export function useSweepFigures(sweep: () => Sweep) {
  const client = useClient();
  const catalog = useCatalogStore();
  const found = shallowRef<ReadonlyMap<string, RunFigures | { readonly why: string }>>(new Map());
  const asked = new Set<string>();

  async function read(id: string): Promise<void> {
    asked.add(id);
    let one: RunFigures | { readonly why: string };
    try {
      await client.ready();
      one = figuresOfRun(await client.request('runs/record', { id }), catalog.task);
    } catch (error) {
      one = { why: toWireError(error).message };
    }
    found.value = new Map([...found.value, [id, one]]);
  }
  const ids = computed(() => sweep().jobs.map((job) => (job.status === 'done' ? job.run : null)));
  watch(
    ids,
    async (now) => {
      for (const id of now) if (id !== null && !asked.has(id)) await read(id);
    },
    { immediate: true },
  );

  const figures = computed(() =>
    ids.value.map((id): RunFigures | null => {
      const one = id === null ? undefined : found.value.get(id);
      return one && 'figures' in one ? one : null;
    }),
  );
  const lost = computed(() =>
    ids.value.flatMap((id, number): readonly LostRun[] => {
      const one = id === null ? undefined : found.value.get(id);
      return one && 'why' in one ? [{ number, why: one.why }] : [];
    }),
  );
  return { figures, lost };
}
