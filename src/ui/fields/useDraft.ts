// What a person types into a text field until it is taken.
import { computed, ref, watch, type ComputedRef } from 'vue';

export interface Draft {
  /** What the field shows: what is being typed, else the value behind it. */
  readonly text: ComputedRef<string>;
  /** Notes what was typed so far: the page may draw the field anew at any moment, and would put the value back. */
  keep(event: Event): void;
  /** What was typed was taken: the field shows the value again. */
  forget(): void;
}

/** @param value behind the field; when it changes, it takes the place of what was being typed */
export function useDraft(value: () => string | number | boolean): Draft {
  const typed = ref<string | null>(null);
  const forget = (): void => void (typed.value = null);
  watch(value, forget);
  return {
    text: computed(() => typed.value ?? String(value())),
    keep(event) {
      if (event.target instanceof HTMLInputElement) typed.value = event.target.value;
    },
    forget,
  };
}
