// The lab of one page: which pair, which seed, and both sides side by side.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { sideSettings, type LabPair, type SideId } from '../../core/lab/define';
import { readRunConfig, type RunConfig } from '../../core/runConfig';
import { useCatalogStore } from '../../stores/catalogStore';
import { useClientMaker } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { createLabSide } from './labSide';
import { useLabLock } from './useLabLock';

/** Steps a second by choice; null is as fast as it goes. */
export const LAB_SPEEDS = [
  { id: 'fast', stepsPerSecond: null },
  { id: 'ten', stepsPerSecond: 10 },
  { id: 'two', stepsPerSecond: 2 },
] as const;

const SIDES: readonly SideId[] = ['broken', 'mended'];

export function useLab(start: { readonly pair: LabPair; readonly seed: number }) {
  const catalog = useCatalogStore();
  const notices = useNoticesStore();
  const make = useClientMaker();
  const pair = shallowRef(start.pair);
  const seed = ref(start.seed);
  const speed = ref(0);
  const sides = { broken: createLabSide(make), mended: createLabSide(make) };
  /** Step at which the broken run was mended, and the share of its weights that it kept. */
  const mendedAt = shallowRef<{ readonly step: number; readonly kept: number } | null>(null);
  const mending = ref(false);

  const held = useLabLock(() => SIDES.map((side) => sideSettings(pair.value, side)));
  /** The seed of a lesson link, where that fixes one. */
  const { fixedSeed } = held;

  const ready = computed(() => SIDES.every((side) => sides[side].run.value !== null));
  const playing = computed(() => SIDES.some((side) => sides[side].playing.value));

  function configOf(side: SideId): RunConfig | null {
    const { catalogue } = catalog;
    return catalogue
      ? readRunConfig(sideSettings(pair.value, side, fixedSeed.value ?? seed.value), catalogue)
      : null;
  }

  /** Both runs back to step 0 of the chosen pair and seed. */
  async function reset(): Promise<void> {
    mendedAt.value = null;
    await Promise.all(
      SIDES.map(async (side) => {
        const config = configOf(side);
        if (config) await sides[side].open(config);
      }),
    );
  }

  async function attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      notices.report(error);
    }
  }

  const playSide = (side: SideId): Promise<void> =>
    sides[side].play(LAB_SPEEDS[speed.value].stepsPerSecond, held.pauseEvery.value);
  const play = () =>
    attempt(async () => {
      if (held.mayTrain()) await Promise.all(SIDES.map(playSide));
    });
  const pause = () => attempt(() => Promise.all(SIDES.map((side) => sides[side].pause())));

  /** The broken run goes on from where it stands with the settings of the mended one. */
  const mend = () =>
    attempt(async () => {
      const side = sides.broken;
      const mended = configOf('mended');
      if (!mended || mending.value || mendedAt.value || !held.mayTrain()) return;
      mending.value = true;
      try {
        await side.pause();
        const step = side.step.value;
        const changed = await side.change({ ...mended, steps: step + mended.steps }, pair.value.keeps);
        if (!changed) return;
        mendedAt.value = { step, kept: changed.keptWeights / changed.weights };
        await playSide('broken');
      } finally {
        mending.value = false;
      }
    });

  watch(speed, () => {
    if (playing.value) void play();
  });
  watch([pair, seed, fixedSeed, () => catalog.catalogue], () => void reset(), { immediate: true });
  onScopeDispose(() => SIDES.forEach((side) => sides[side].dispose()));

  return {
    pair,
    seed,
    fixedSeed,
    speed,
    sides,
    mendedAt,
    mending,
    ready,
    playing,
    configOf,
    reset,
    play,
    pause,
    mend,
  };
}
