// The picture or the noise that is looked at: one choice for all panels of the page. Keeps to what the open run has.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { InsideInput } from '../../protocol';
import { useRunStore } from '../../stores/runStore';
import { oneImage } from '../../ui/images/imageTiles';

export interface Subject {
  readonly kind: Ref<'fake' | 'real'>;
  readonly seed: Ref<number>;
  /** Of the real picture, from 1. */
  readonly number: Ref<number>;
  readonly reals: ComputedRef<number>;
  readonly imageClass: Ref<number>;
  /** What a network is given; a generator always gets the noise. */
  readonly input: (network: 'generator' | 'discriminator') => InsideInput | null;
}

export function useSubject(): Subject {
  const run = useRunStore();
  const kind = ref<'fake' | 'real'>('fake');
  const seed = ref(1);
  const number = ref(1);
  const imageClass = ref(0);
  const images = computed(() => run.run?.realImages ?? null);
  const reals = computed(() => images.value?.count ?? 0);
  watch(
    () => run.run?.id,
    () => {
      number.value = 1;
      imageClass.value = 0;
      if (reals.value === 0) kind.value = 'fake';
    },
  );
  return {
    ...{ kind, seed, number, reals, imageClass },
    input(network) {
      if (network === 'generator' || kind.value === 'fake')
        return { kind: 'seed', seed: seed.value, imageClass: imageClass.value };
      if (!images.value || number.value > reals.value) return null;
      const picture = oneImage(images.value, number.value - 1);
      return {
        kind: 'picture',
        picture: { ...picture, pixels: picture.pixels.slice() },
        imageClass: imageClass.value,
      };
    },
  };
}
