// Asks the browser, once a run is being trained, to keep what this page saves even when the device runs short of room.
// Browsers may say no; runs are saved all the same.
import { watch } from 'vue';
import { useRunStore } from '../stores/runStore';

export function usePersistentStorage(): void {
  const run = useRunStore();
  const stop = watch(
    () => run.state.status,
    (status) => {
      if (status !== 'running') return;
      stop();
      // Absent where the page is not in a secure context.
      const storage: StorageManager | undefined = navigator.storage;
      void storage?.persist().catch(() => false);
    },
  );
}
