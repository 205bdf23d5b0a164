// One game: riddles one after the other against the clock, the discriminator's verdicts beside, and the result kept.
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { ImageBatch, TimelineFrame } from '../../core/history';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';
import { ownPicture, roundOf, type Riddle } from './game';
import { useResults } from './useResults';

const TICK_MS = 100;

export interface Shown extends Riddle {
  readonly picture: ImageBatch;
  /** What the discriminator gives it, 0..1; null where it takes no part. */
  readonly police: number | null;
  /** What the person said; null when it came too late. */
  readonly said: boolean | null;
}

export function useGame() {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const riddles = shallowRef<readonly Shown[]>([]);
  const at = ref(0);
  const status = ref<'ready' | 'loading' | 'playing' | 'done'>('ready');
  const results = useResults();
  /** Seconds left for the picture on show; Infinity without a clock. */
  const left = ref(Infinity);
  let seconds = Infinity;
  let began = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let games = 0;
  let who = { name: '', step: 0 };

  const current = computed(() => (status.value === 'playing' ? (riddles.value[at.value] ?? null) : null));
  const right = computed(() => riddles.value.filter(({ said, isReal }) => said === isReal).length);
  const police = computed(() =>
    riddles.value.some((one) => one.police === null)
      ? null
      : riddles.value.filter((one) => (one.police ?? 0) > 0.5 === one.isReal).length,
  );

  async function verdict(picture: ImageBatch): Promise<number | null> {
    const { realness } = await client.request('pictures/judge', { images: picture });
    return realness[0];
  }

  /** @param perPicture seconds for each; Infinity without a clock */
  async function start(name: string, frame: TimelineFrame, perPicture: number): Promise<void> {
    const { run: open } = run;
    if (!open) return;
    status.value = 'loading';
    const game = ++games;
    const round = roundOf(Date.now() % 2 ** 32, open.realImages.count, frame.images.count);
    try {
      const shown: Shown[] = [];
      for (const riddle of round) {
        const picture = ownPicture(riddle.isReal ? open.realImages : frame.images, riddle.index);
        // A discriminator that judges by class is not told the class of real pictures: it takes no part.
        const judged = open.sampleClasses || open.imported ? null : await verdict(picture);
        shown.push({ ...riddle, picture, police: judged, said: null });
      }
      if (game !== games) return;
      riddles.value = shown;
      who = { name, step: frame.step };
      at.value = 0;
      seconds = perPicture;
      began = performance.now();
      status.value = 'playing';
      next();
    } catch (error) {
      status.value = 'ready';
      notices.report(error);
    }
  }

  function next(): void {
    clearInterval(timer);
    if (at.value >= riddles.value.length) return finish();
    left.value = seconds;
    if (!Number.isFinite(seconds)) return;
    const until = performance.now() + 1000 * seconds;
    timer = setInterval(() => {
      left.value = Math.max(0, (until - performance.now()) / 1000);
      if (left.value === 0) answer(null);
    }, TICK_MS);
  }

  function answer(said: boolean | null): void {
    if (status.value !== 'playing') return;
    riddles.value = riddles.value.map((one, i) => (i === at.value ? { ...one, said } : one));
    at.value++;
    next();
  }

  function finish(): void {
    status.value = 'done';
    results.add({
      ...who,
      game: 'real-or-fake',
      best: null,
      run: run.run?.name ?? '',
      right: right.value,
      late: riddles.value.filter(({ said }) => said === null).length,
      pictures: riddles.value.length,
      police: police.value,
      seconds: (performance.now() - began) / 1000,
    });
  }

  function stop(): void {
    games++;
    clearInterval(timer);
    status.value = 'ready';
  }
  onScopeDispose(stop);

  return {
    ...{ riddles, at, status, left, current, right, police },
    ...{ start, answer, stop },
  };
}
