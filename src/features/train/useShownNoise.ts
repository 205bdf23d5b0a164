// The noise behind one sample of the shown grid, as a picture: of the open run, or of the one that the settings would start.
import { computed, type ComputedRef, type Ref } from 'vue';
import type { ImageBatch, TimelineFrame } from '../../core/history';
import { useRunStore } from '../../stores/runStore';
import { useSettingsStore } from '../../stores/settingsStore';
import { latentImage } from '../../ui/images/imageTiles';
import { fixedNoise } from './fixedNoise';

/**
 * Call within a component's setup.
 * @param latentSize numbers of one latent, null before the networks are known
 * @param chosen index of the sample, null for the first
 * @returns null before seed and size are known
 */
export function useShownNoise(
  latentSize: Ref<number | null>,
  frame: Ref<TimelineFrame | null>,
  chosen: Ref<number | null>,
): ComputedRef<ImageBatch | null> {
  const run = useRunStore();
  const settings = useSettingsStore();
  /** Of every sample that the grid can show. */
  const noises = computed(() => {
    const seed = run.config?.seed ?? settings.config?.seed;
    if (seed === undefined || latentSize.value === null) return null;
    return fixedNoise(seed, frame.value?.images.count ?? 1, latentSize.value);
  });
  return computed(() => {
    const size = latentSize.value;
    if (!noises.value || size === null) return null;
    const at = (chosen.value ?? 0) * size;
    return latentImage(noises.value.subarray(at, at + size));
  });
}
