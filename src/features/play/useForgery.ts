// The picture of noise that is turned by hand, what the discriminator says of it, and the best so far of a round against the
// clock. Drawing asks the worker one wish at a time.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { hashSeed } from '../../core/random';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';
import { useAnswer } from '../../ui/useAnswer';
import { useResults } from './useResults';

/** Random pictures whose best is what a person plays against. */
const RANDOM = 64;
const AXES = 6;
const TICK_MS = 200;

export function useForgery() {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const results = useResults();
  const drawing = useAnswer('samples/draw');
  const judging = useAnswer('pictures/judge');
  const latent = shallowRef<Float32Array | null>(null);
  const axes = shallowRef<Float32Array | null>(null);
  const imageClass = ref(0);
  const status = ref<'free' | 'playing' | 'done'>('free');
  const left = ref(Infinity);
  const best = ref(0);
  /** What the best of random noise reaches; null until it is known. */
  const random = ref<number | null>(null);
  let timer: ReturnType<typeof setInterval> | undefined;
  let began = 0;
  let name = '';
  let jumps = 0;

  const picture = computed(() => drawing.answer.value?.images ?? null);
  const realness = computed(() => judging.answer.value?.realness[0] ?? null);

  watch([latent, imageClass], ([now]) => {
    if (now)
      drawing.ask({
        source: { kind: 'rows', latentSize: now.length, values: now },
        classes: [imageClass.value],
      });
  });
  watch(drawing.answer, (now) => {
    if (now) judging.ask({ images: now.images });
  });
  watch(realness, (now) => {
    if (now !== null && status.value === 'playing') best.value = Math.max(best.value, now);
  });

  async function jump(): Promise<void> {
    const { run: open } = run;
    if (!open) return;
    const seed = hashSeed(Date.now() % 2 ** 32, jumps++);
    try {
      const drawn = await client.request('samples/draw', {
        source: { kind: 'seed', seed, count: 1 },
        classes: [imageClass.value],
      });
      if (open.id === run.run?.id) latent.value = drawn.latents;
    } catch (error) {
      notices.report(error);
    }
  }

  /** What belongs to a run as it stands: directions, and what random noise reaches. */
  async function look(): Promise<void> {
    const { run: open } = run;
    axes.value = null;
    random.value = null;
    if (!open) return;
    try {
      const count = Math.min(AXES, open.latentSize);
      const found = await client.request('latent/axes', { count, imageClass: imageClass.value });
      if (open.id !== run.run?.id) return;
      axes.value = found.axes;
      if (open.imported) return;
      const source = { kind: 'seed', seed: 1, count: RANDOM } as const;
      const { images } = await client.request('samples/draw', { source, classes: [imageClass.value] });
      const { realness: all } = await client.request('pictures/judge', { images });
      if (open.id === run.run?.id) random.value = Math.max(...all);
    } catch (error) {
      notices.report(error);
    }
  }

  /** @param seconds of the round; Infinity without a clock */
  function start(who: string, seconds: number): void {
    name = who;
    best.value = realness.value ?? 0;
    began = performance.now();
    left.value = seconds;
    status.value = 'playing';
    if (!Number.isFinite(seconds)) return;
    timer = setInterval(() => {
      left.value = Math.max(0, seconds - (performance.now() - began) / 1000);
      if (left.value === 0) finish();
    }, TICK_MS);
  }

  function finish(): void {
    clearInterval(timer);
    if (status.value !== 'playing') return;
    status.value = 'done';
    const seconds = (performance.now() - began) / 1000;
    const counts = { right: 0, late: 0, pictures: 0, police: null };
    const where = { run: run.run?.name ?? '', step: run.step };
    results.add({ game: 'generator', name, ...where, ...counts, best: best.value, seconds });
  }

  function anew(): void {
    clearInterval(timer);
    latent.value = null;
    drawing.clear();
    judging.clear();
    status.value = 'free';
    imageClass.value = 0;
    void jump();
    void look();
  }
  watch(() => run.run?.id, anew, { immediate: true });
  watch(imageClass, look);
  onScopeDispose(() => clearInterval(timer));

  return {
    ...{ latent, axes, imageClass, picture, realness, status, left, best, random },
    ...{ jump, start, finish },
  };
}
