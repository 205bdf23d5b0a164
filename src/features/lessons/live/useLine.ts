// The straight line of the first lesson: where it stands, what it has lost, and how it goes on.
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { useClient } from '../../../stores/clientKey';
import { useNoticesStore } from '../../../stores/noticesStore';
import type { StraightLine } from '../../../protocol';
import { useProgressStore } from '../progressStore';

/** The points of TensorFlow's own first example: y = 2x - 1. */
export const POINTS = [
  [-1, -3],
  [0, -1],
  [1, 1],
  [2, 3],
  [3, 5],
  [4, 7],
] as const;

export const LEARNING_RATES = [0.001, 0.01, 0.05, 0.3] as const;

const START: StraightLine = { slope: 0, offset: 0 };
const AT_A_TIME = 2;
/** Between two looks, so that one sees the line move. */
const PAUSE_MS = 40;
const MOST_EPOCHS = 2000;
const RAN_AWAY = 1e6;

const lossOf = ({ slope, offset }: StraightLine): number =>
  POINTS.reduce((sum, [x, y]) => sum + (slope * x + offset - y) ** 2, 0) / POINTS.length;

export function useLine() {
  const client = useClient();
  const notices = useNoticesStore();
  const progress = useProgressStore();
  const state = shallowRef(START);
  const losses = shallowRef<readonly number[]>([]);
  const rate = ref<number>(0.01);
  const playing = ref(false);
  const diverged = ref(false);
  const epoch = computed(() => losses.value.length);
  const loss = computed(() => (epoch.value === 0 ? null : lossOf(state.value)));
  let asked = 0;

  async function learn(epochs: number): Promise<boolean> {
    const mine = ++asked;
    try {
      const reply = await client.request('line/learn', {
        xs: POINTS.map(([x]) => x),
        ys: POINTS.map(([, y]) => y),
        ...{ line: state.value, learningRate: rate.value, epochs },
      });
      if (mine !== asked) return false;
      const now = lossOf(reply.line);
      state.value = reply.line;
      losses.value = [...losses.value, ...reply.losses];
      diverged.value = !(now < RAN_AWAY);
      progress.line = { loss: now, miss: Math.abs(10 * reply.line.slope + reply.line.offset - 19) };
      return !diverged.value && epoch.value < MOST_EPOCHS;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  async function toggle(): Promise<void> {
    playing.value = !playing.value;
    while (playing.value) {
      if (!(await learn(AT_A_TIME))) playing.value = false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  function reset(): void {
    asked++;
    playing.value = false;
    diverged.value = false;
    state.value = START;
    losses.value = [];
    progress.line = null;
  }

  onScopeDispose(() => {
    playing.value = false;
    asked++;
  });
  return { state, losses, epoch, loss, rate, playing, diverged, learn, toggle, reset };
}
