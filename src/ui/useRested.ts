// What a value is once it rests: for words that are spoken of what is being typed.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';

const RESTED_MS = 1000;

/** Follows `source` a second after its last change; empty until then. */
export function useRested(source: () => string): Readonly<ShallowRef<string>> {
  const rested = shallowRef('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => (rested.value = now), RESTED_MS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return rested;
}
