// The address follows from the settings and the open run, and is never asked back: only an address that a person types,
// pastes or goes back to is read, as an edit of the form.
import { onScopeDispose, watch } from 'vue';
import { useRouter } from 'vue-router';
import { readAddress } from '../stores/address';
import { useRunStore } from '../stores/runStore';
import { useSettingsStore } from '../stores/settingsStore';

/** Browsers refuse a page that writes its address much more often (WebKit: 100 times in 30 seconds). */
const WRITE_EVERY_MS = 400;

export function useAddressSync(): void {
  const router = useRouter();
  const settings = useSettingsStore();
  const run = useRunStore();
  let written = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAtMs = -WRITE_EVERY_MS;
  // A place is fetched before it is shown: writing the address in between would call the person back.
  let headedFor = router.currentRoute.value.path;
  const forgetGuards = [
    router.beforeEach((to) => void (headedFor = to.path)),
    router.afterEach(() => void (headedFor = router.currentRoute.value.path)),
  ];

  const wanted = (): string => {
    const id = run.run?.id;
    return id && run.step > 0 ? `${settings.query}&run=${encodeURIComponent(id)}` : settings.query;
  };

  function write(): void {
    const query = wanted();
    const stays = router.currentRoute.value.path === '/train' && headedFor === '/train';
    if (!stays || query === '' || query === written || query === settings.sparedQuery) return;
    settings.sparedQuery = null;
    written = query;
    writtenAtMs = performance.now();
    void router.replace({ path: '/train', query: Object.fromEntries(new URLSearchParams(query)) });
  }

  watch(
    () => [wanted(), router.currentRoute.value.path],
    () => {
      clearTimeout(timer);
      const waitMs = writtenAtMs + WRITE_EVERY_MS - performance.now();
      if (waitMs <= 0) write();
      else timer = setTimeout(write, waitMs);
    },
    { immediate: true, flush: 'post' },
  );

  function onHashChange(): void {
    const { pairs } = readAddress('', location.hash);
    const question = location.hash.indexOf('?');
    if (question < 0 || !location.hash.startsWith('#/train')) return;
    const now = new URLSearchParams(location.hash.slice(question)).toString();
    if (now !== new URLSearchParams(written).toString()) void run.edit(() => settings.read(pairs));
  }
  window.addEventListener('hashchange', onHashChange);
  onScopeDispose(() => {
    clearTimeout(timer);
    for (const forget of forgetGuards) forget();
    window.removeEventListener('hashchange', onHashChange);
  });
}
