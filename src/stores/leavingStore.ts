// Which network of the open run leaves, where there are several: chosen on Export, heeded by its files and by what a board is sent.
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { ModelExportRequest } from '../protocol';
import { useRunStore } from './runStore';

export const useLeavingStore = defineStore('leaving', () => {
  const run = useRunStore();
  const chosen = ref('');
  const takers = computed(() => run.run?.pictureTakers ?? []);
  /** Empty where there is nothing to choose. */
  const choices = computed(() => (takers.value.length > 1 ? takers.value : []));
  const taker = computed(
    () => takers.value.find(({ network }) => network === chosen.value) ?? takers.value.at(0) ?? null,
  );
  watch(
    () => run.run?.id,
    () => (chosen.value = ''),
  );

  /** What of it a request says. */
  const asked = computed<Pick<ModelExportRequest, 'network'>>(() =>
    choices.value.length > 0 && taker.value ? { network: taker.value.network } : {},
  );
  /** Of the network, where there are several; else empty. */
  const label = computed(() => (choices.value.length > 0 ? (taker.value?.label ?? '') : ''));

  return { choices, taker, asked, label, choose: (network: string) => (chosen.value = network) };
});
