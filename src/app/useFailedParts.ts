// A place whose part does not load, because the page was renewed on its server meanwhile or the connection is gone: says so
// and offers to load the page anew, at that place. What trains is paused, and so saved, before.
import { onScopeDispose } from 'vue';
import { useRouter } from 'vue-router';
import { toWireError } from '../core/errors';
import { errorTitle } from '../stores/errorTitle';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { words } from './words';

export function useFailedParts(): void {
  const router = useRouter();
  const notices = useNoticesStore();
  const run = useRunStore();

  async function reloadAt(href: string): Promise<void> {
    if (run.state.status === 'running') await run.pause();
    location.hash = href;
    location.reload();
  }

  const forget = router.onError((error: unknown, to) => {
    const { name, message, hint } = toWireError(error);
    const action = { label: words('notices.reload'), act: () => void reloadAt(to.fullPath) };
    notices.add({ tone: 'error', title: errorTitle(name), message, hint, action });
  });
  onScopeDispose(forget);
}
