// The picture or the noise that is looked at: one choice for all panels of the page. Keeps to what the open run has.
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ImageBatch } from '../../core/history';
import type { InsideInput } from '../../protocol';
import { useRunStore } from '../../stores/runStore';
import { oneImage } from '../../ui/images/imageTiles';

/** Drawn from a seed, from noise turned by hand, of the data, or the person's own. */
export type SubjectKind = 'fake' | 'hand' | 'real' | 'own';

export interface Subject {
  readonly kind: Ref<SubjectKind>;
  readonly seed: Ref<number>;
  /** Of the real picture, from 1. */
  readonly number: Ref<number>;
  readonly reals: ComputedRef<number>;
  readonly imageClass: Ref<number>;
  /** Noise turned by hand; null until there is some. */
  readonly latent: ShallowRef<Float32Array | null>;
  readonly own: ShallowRef<ImageBatch | null>;
  /** What a network is given; a generator always gets noise. Null where what was chosen is not there yet. */
  readonly input: (network: 'generator' | 'discriminator') => InsideInput | null;
  /** Everything that `input` depends on. */
  readonly parts: readonly (() => unknown)[];
}

export function useSubject(): Subject {
  const run = useRunStore();
  const kind = ref<SubjectKind>('fake');
  const seed = ref(1);
  const number = ref(1);
  const imageClass = ref(0);
  const latent = shallowRef<Float32Array | null>(null);
  const own = shallowRef<ImageBatch | null>(null);
  const images = computed(() => run.run?.realImages ?? null);
  const reals = computed(() => images.value?.count ?? 0);
  watch(
    () => run.run?.id,
    () => {
      number.value = 1;
      imageClass.value = 0;
      latent.value = own.value = null;
      if (reals.value === 0 && kind.value === 'real') kind.value = 'fake';
    },
  );

  const noise = (): InsideInput | null => {
    if (kind.value !== 'hand') return { kind: 'seed', seed: seed.value, imageClass: imageClass.value };
    const values = latent.value;
    return values && { kind: 'latent', values, imageClass: imageClass.value };
  };
  const chosenPicture = (): ImageBatch | null => {
    const real = images.value;
    if (kind.value === 'own') {
      const fits =
        own.value?.width === real?.width &&
        own.value?.height === real?.height &&
        own.value?.channels === real?.channels;
      return fits ? own.value : null;
    }
    if (!real || number.value > reals.value) return null;
    const picture = oneImage(real, number.value - 1);
    return { ...picture, pixels: picture.pixels.slice() };
  };

  return {
    ...{ kind, seed, number, reals, imageClass, latent, own },
    parts: [kind, seed, number, imageClass, latent, own].map((part) => () => part.value),
    input(network) {
      if (network === 'generator' || kind.value === 'fake' || kind.value === 'hand') return noise();
      const picture = chosenPicture();
      return picture && { kind: 'picture', picture, imageClass: imageClass.value };
    },
  };
}
