// The plane of the open run as it is now: asks the worker for it while somebody looks, and counts the frames that came.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { PlaneView } from '../../core/planeView';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';

export function usePlaneView(): ShallowRef<PlaneView | null> {
  const client = useClient();
  const notices = useNoticesStore();
  const run = useRunStore();
  const view = shallowRef<PlaneView | null>(null);
  const facts = document.documentElement.dataset;

  const ask = (on: boolean): void => {
    client.request('run/watchPlane', { on }).catch((error: unknown) => {
      if (on) notices.report(error);
    });
  };
  const onVisibility = (): void => {
    if (run.run) ask(document.visibilityState === 'visible');
  };
  const stop = client.subscribe((event) => {
    if (event.kind !== 'run/plane' || event.runId !== run.run?.id) return;
    view.value = event.view;
    facts.planeFrames = String(Number(facts.planeFrames ?? '0') + 1);
  });
  // A run that is opened anew (also after the worker was lost) is another object.
  watch(
    () => run.run,
    (opened) => {
      view.value = null;
      if (opened) ask(true);
    },
    { immediate: true },
  );
  document.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onVisibility);
    stop();
    if (run.run) ask(false);
  });
  return view;
}
