// Keeps the address and the settings the same thing: what changes in the form stands in the address a moment later,
// and an address that is typed, pasted or gone back to changes the form.
import { onScopeDispose, watch } from 'vue';
import { useRouter } from 'vue-router';
import { readAddress } from '../stores/address';
import { useRunStore } from '../stores/runStore';
import { useSettingsStore } from '../stores/settingsStore';

const WRITE_AFTER_MS = 250;

export function useAddressSync(): void {
  const router = useRouter();
  const settings = useSettingsStore();
  const run = useRunStore();
  let written = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    if (!stays || query === '' || query === written) return;
    written = query;
    void router.replace({ path: '/train', query: Object.fromEntries(new URLSearchParams(query)) });
  }

  watch(
    () => [wanted(), router.currentRoute.value.path],
    () => {
      clearTimeout(timer);
      timer = setTimeout(write, WRITE_AFTER_MS);
    },
    { immediate: true },
  );

  function onHashChange(): void {
    const { pairs } = readAddress('', location.hash);
    const question = location.hash.indexOf('?');
    if (question < 0 || !location.hash.startsWith('#/train')) return;
    const now = new URLSearchParams(location.hash.slice(question)).toString();
    if (now !== new URLSearchParams(written).toString()) settings.read(pairs);
  }
  window.addEventListener('hashchange', onHashChange);
  onScopeDispose(() => {
    clearTimeout(timer);
    for (const forget of forgetGuards) forget();
    window.removeEventListener('hashchange', onHashChange);
  });
}
