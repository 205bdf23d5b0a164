// A button that copies, and says so for two seconds.
import { ref, type Ref } from 'vue';
import { useNoticesStore } from '../stores/noticesStore';
import { copyText } from './copyText';

const SAID_MS = 2000;

/** @param text what is copied when it is asked for */
export function useCopying(text: () => string): { readonly copied: Ref<boolean>; copy(): Promise<void> } {
  const notices = useNoticesStore();
  const copied = ref(false);
  return {
    copied,
    async copy() {
      try {
        await copyText(text());
        copied.value = true;
        setTimeout(() => (copied.value = false), SAID_MS);
      } catch (error) {
        notices.report(error);
      }
    },
  };
}
