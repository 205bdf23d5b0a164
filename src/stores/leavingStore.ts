// Which network of the open run leaves, where there are several, and for pictures of which sides: chosen on Export, heeded by its
// files and by what a board is sent.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { ModelExportRequest, PictureSides } from '../protocol';
import { useRunStore } from './runStore';

export const useLeavingStore = defineStore('leaving', () => {
  const run = useRunStore();
  const chosen = ref('');
  const takers = computed(() => run.run?.leavingTakers ?? []);
  /** Empty where there is nothing to choose. */
  const choices = computed(() => (takers.value.length > 1 ? takers.value : []));
  const taker = computed(
    () => takers.value.find(({ network }) => network === chosen.value) ?? takers.value.at(0) ?? null,
  );
  watch(
    () => run.run?.id,
    () => (chosen.value = ''),
  );
  const wanted = shallowRef<PictureSides | null>(null);
  watch(
    () => `${run.run?.id} ${taker.value?.network}`,
    () => (wanted.value = null),
  );
  /** Null where the network takes its own alone, or draws from noise. */
  const sides = computed<PictureSides | null>(() => {
    if (!taker.value?.free) return null;
    const [height, width] = taker.value.shape;
    return wanted.value ?? { height, width };
  });

  /** What of it a request says. */
  const asked = computed<Pick<ModelExportRequest, 'network' | 'sides'>>(() => ({
    ...(choices.value.length > 0 && taker.value && { network: taker.value.network }),
    ...(wanted.value && { sides: wanted.value }),
  }));
  /** Of the network, where there are several; else empty. */
  const label = computed(() => (choices.value.length > 0 ? (taker.value?.label ?? '') : ''));

  const resize = (to: PictureSides): void => {
    const [height, width] = taker.value?.shape ?? [];
    wanted.value = to.height === height && to.width === width ? null : to;
  };

  return {
    choices,
    taker,
    sides,
    asked,
    label,
    choose: (network: string) => (chosen.value = network),
    resize,
  };
});
