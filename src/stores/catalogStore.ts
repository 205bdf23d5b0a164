// What can be chosen: the catalogue that the worker sends when it is ready.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { TaskFacts } from '../core/taskFacts';
import type { Catalogue, DatasetEntry, LossEntry, ModelEntry, RunSummary } from '../protocol';
import { spoken } from './catalogueWords';
import { useClient } from './clientKey';

export const useCatalogStore = defineStore('catalog', () => {
  const catalogue = shallowRef<Catalogue | null>(null);
  const take = (from: Catalogue): void => void (catalogue.value = from);

  const client = useClient();
  client.subscribe((event) => {
    if (event.kind === 'worker/ready') take(event.catalogue);
  });
  // The first worker may have said it before this store was there.
  client.ready().then(take, () => undefined);

  /** The catalogue as the page says it; for reading settings and links the worker's own does. */
  const said = computed(() => catalogue.value && spoken(catalogue.value));

  const dataset = (id: string): DatasetEntry | undefined =>
    said.value?.datasets.find((entry) => entry.id === id);
  const model = (id: string): ModelEntry | undefined => said.value?.models.find((entry) => entry.id === id);
  const loss = (id: string): LossEntry | undefined => said.value?.losses.find((entry) => entry.id === id);

  const task = (id: string): TaskFacts | undefined => said.value?.tasks.find((entry) => entry.id === id);

  /** Whether a saved run is one that a task began to make out of another and has not finished. */
  const isUnfinished = ({ config }: Pick<RunSummary, 'config'>): boolean =>
    task(config.task)?.data.includes('trained-run') === true;

  return { catalogue, said, dataset, model, loss, task, isUnfinished };
});
