// Which lesson a person is in, so that every place can show its goals; kept for the tab. What lessons are is their feature's.
import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const KEY = 'ganvas/lesson';

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const useLessonStore = defineStore('lesson', () => {
  const current = ref<string | null>(kept());
  watch(current, (id) => {
    try {
      if (id === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, id);
    } catch {
      // a frame that keeps nothing: the lesson is open until the page is left
    }
  });
  return { current };
});
