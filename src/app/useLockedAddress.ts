// The lock of the page stands in the address at every place: what leads elsewhere takes it along, and once all controls are
// open it goes. A lock that holds what is learnt also holds the place where that is trained.
import { onScopeDispose, watch } from 'vue';
import { useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router';
import { linkPairs, type LinkPair } from '../core/linkPairs';
import { LOCK_WORDS, lockWords } from '../core/pageLock/words';
import { useLockStore } from '../stores/lockStore';
import { words as saidOfLocks } from '../stores/lockWords';
import { useNoticesStore } from '../stores/noticesStore';
import { useSettingsStore } from '../stores/settingsStore';
import { words } from './words';

/** Of `lock`, `hide`, `fix`, … those that stand in a query, also where they make no lock. */
const wordsIn = (query: LocationQuery): readonly string[] => LOCK_WORDS.filter((word) => word in query);

const pairsOf = (query: LocationQuery): readonly LinkPair[] =>
  Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((one) => ({ key, value: one ?? '', spare: false })),
  );

/** A lock may stand before the hash, too, where no place writes: opened, it is not to come back. */
function forgetSearch(): void {
  const url = new URL(location.href);
  for (const { pair } of lockWords(linkPairs(url.search), url.search)) url.searchParams.delete(pair.key);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

export function useLockedAddress(): void {
  const router = useRouter();
  const lock = useLockStore();
  const settings = useSettingsStore();
  const notices = useNoticesStore();

  function withLock(query: LocationQuery): LocationQueryRaw {
    const others = Object.entries(query).filter(([key]) => !wordsIn(query).includes(key));
    return { ...Object.fromEntries(new URLSearchParams(lock.query)), ...Object.fromEntries(others) };
  }

  // A place is fetched before it is shown: the address is not to lead back in between.
  let headed = router.currentRoute.value;
  const forgetArrival = router.afterEach(() => (headed = router.currentRoute.value));
  const forget = router.beforeEach((to) => {
    headed = to;
    if (!lock.lock) return true;
    if (lock.keepsFrom(to.path, settings.path)) {
      const here = words(settings.path === '/train' ? 'places.train' : 'places.translate');
      notices.say(
        saidOfLocks('otherPlace'),
        saidOfLocks('otherPlaceWhy', { place: here }),
        saidOfLocks('hint'),
      );
      return { path: settings.path, query: withLock({}) };
    }
    const brought = lockWords(pairsOf(to.query), to.fullPath);
    return brought.length > 0 ? true : { path: to.path, query: withLock(to.query), replace: true };
  });
  onScopeDispose(() => {
    forget();
    forgetArrival();
  });

  // Also where the rest of a link stays as it was given: what is open must not be locked again by loading it anew.
  watch(
    () => lock.query,
    async (query, before) => {
      await router.isReady().catch(() => undefined);
      if (query !== lock.query) return;
      const { path, query: now } = headed;
      if (query === '') forgetSearch();
      if (query === '' || before === '') void router.replace({ path, query: withLock(now) });
    },
  );
}
