// The training images nearest to the sample that the person looks at: is the generator copying?
import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { ImageBatch, TimelineFrame } from '../../core/history';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';
import { oneImage } from '../../ui/images/imageTiles';

/** Looking at a sample for so long asks the question. */
const LOOK_MS = 350;
const COUNT = 3;

export function useNearestImages(
  frame: Readonly<Ref<TimelineFrame | null>>,
  chosen: Readonly<Ref<number | null>>,
): ShallowRef<ImageBatch | null> {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const nearest = shallowRef<ImageBatch | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | null = null;

  async function ask(image: ImageBatch): Promise<void> {
    const own = new AbortController();
    asked = own;
    try {
      const { images } = await client.request(
        'measures/nearest',
        { image, count: COUNT },
        { signal: own.signal },
      );
      if (asked === own) nearest.value = images;
    } catch (error) {
      notices.report(error);
    }
  }

  function forget(): void {
    clearTimeout(timer);
    asked?.abort();
    asked = null;
    nearest.value = null;
  }

  watch([chosen, () => run.run?.id], ([index]) => {
    forget();
    const images = frame.value?.images;
    if (index === null || !images || index >= images.count || !run.run || run.state.status === 'loading')
      return;
    timer = setTimeout(() => void ask(oneImage(images, index)), LOOK_MS);
  });
  onScopeDispose(forget);

  return nearest;
}
