// One search for the nearest latent at a time: its moments as they come, what it finds, and what the same search finds usual.
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { ImageBatch } from '../../core/history';
import type { NearestLatent, NearestMoment, NearestOptions, UsualScores } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';

export type NearestStatus = 'idle' | 'searching' | 'comparing' | 'done';

/** Searches of this page, so that none hears another's moments. */
let searches = 0;
/** By run, step and options: what is usual changes with each. */
const known = new Map<string, UsualScores>();
const MOST_KNOWN = 20;

export function useNearest() {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const status = ref<NearestStatus>('idle');
  const fraction = ref(0);
  const moment = shallowRef<NearestMoment | null>(null);
  /** Least loss of any start at each moment. */
  const curve = shallowRef<readonly { readonly step: number; readonly loss: number }[]>([]);
  /** The picture that is searched for, or was. */
  const wanted = shallowRef<ImageBatch | null>(null);
  const found = shallowRef<NearestLatent | null>(null);
  const usual = shallowRef<UsualScores | null>(null);
  let controller = new AbortController();
  let search = 0;

  function clear(): void {
    controller.abort();
    status.value = 'idle';
    moment.value = found.value = usual.value = wanted.value = null;
    curve.value = [];
    search = 0;
  }

  const forget = client.subscribe((event) => {
    if (event.kind !== 'latent/moment' || event.search !== search) return;
    moment.value = event.moment;
    const { step, losses } = event.moment;
    curve.value = [...curve.value, { step, loss: losses.reduce((least, loss) => Math.min(least, loss)) }];
  });

  /** @param compares number of real pictures that the score is held against; 0 for none */
  async function find(picture: ImageBatch, options: NearestOptions, compares: number): Promise<void> {
    clear();
    const own = new AbortController();
    controller = own;
    const { signal } = own;
    const onProgress = (_: string, share: number | null): void => {
      if (controller === own) fraction.value = share ?? 0;
    };
    wanted.value = picture;
    search = ++searches;
    const key = JSON.stringify([run.run?.id, run.step, options, compares]);
    try {
      status.value = 'searching';
      fraction.value = 0;
      const nearest = await client.request(
        'latent/find',
        { picture, options, search },
        { signal, onProgress },
      );
      if (controller !== own) return;
      found.value = nearest;
      if (compares > 0 && !known.has(key)) {
        status.value = 'comparing';
        fraction.value = 0;
        const scores = await client.request(
          'latent/usual',
          { count: compares, options },
          { signal, onProgress },
        );
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(key, scores);
      }
      if (controller !== own) return;
      usual.value = known.get(key) ?? null;
      status.value = 'done';
    } catch (error) {
      if (controller !== own) return;
      if (!signal.aborted) notices.report(error);
      status.value = found.value ? 'done' : 'idle';
    }
  }

  function cancel(): void {
    controller.abort();
    status.value = found.value ? 'done' : 'idle';
  }

  watch(() => run.run?.id, clear);
  onScopeDispose(() => {
    clear();
    forget();
  });

  return { status, fraction, moment, curve, wanted, found, usual, find, cancel, clear };
}
