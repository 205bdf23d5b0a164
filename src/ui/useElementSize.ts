// The content size of an element as a ref, in CSS pixels.
import { onBeforeUnmount, onMounted, shallowRef, type Ref, type ShallowRef } from 'vue';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

export function useElementSize(element: Readonly<Ref<HTMLElement | null>>): ShallowRef<ElementSize> {
  const size = shallowRef<ElementSize>({ width: 0, height: 0 });
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value) return;
    observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      size.value = { width, height };
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return size;
}
