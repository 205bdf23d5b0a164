// The address follows from the settings and the open run, and is never asked back: only an address that a person types,
// pastes or goes back to is read, as an edit of the form.
import { onScopeDispose, watch } from 'vue';
import { isNavigationFailure, NavigationFailureType, useRouter } from 'vue-router';
import { plainHash } from '../core/plainHash';
import { startLanguage } from '../i18n/language';
import { pageQuery, readAddress } from '../stores/address';
import { remember } from '../stores/pageMemory';
import { useCatalogStore } from '../stores/catalogStore';
import { useLockStore } from '../stores/lockStore';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { useSettingsStore } from '../stores/settingsStore';
import { isTrainingPath, pathOf } from '../stores/trainingPlaces';
import { useLinkedRun } from './useLinkedRun';
import { words } from './words';

/** Browsers refuse a page that writes its address much more often (WebKit: 100 times in 30 seconds). */
const WRITE_EVERY_MS = 400;

export function useAddressSync(): void {
  const router = useRouter();
  const catalog = useCatalogStore();
  const settings = useSettingsStore();
  const run = useRunStore();
  const lock = useLockStore();
  const notices = useNoticesStore();
  const openLinked = useLinkedRun();
  let written = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAtMs = -WRITE_EVERY_MS;
  // A place is fetched before it is shown: writing the address in between would call the person back.
  let headedFor = router.currentRoute.value.path;
  const forgetGuards = [
    router.beforeEach((to) => void (headedFor = to.path)),
    router.afterEach((_to, _from, failure) => {
      // One that another took the place of ends while that one is still under way.
      if (isNavigationFailure(failure, NavigationFailureType.cancelled)) return;
      headedFor = router.currentRoute.value.path;
    }),
  ];

  /** The open run, where it is one of this place's tasks. */
  const keptHere = (): string | null =>
    run.config === null || pathOf(catalog.task(run.config.task)) === settings.path ? run.keptId : null;
  const wanted = (): string =>
    settings.query === '' ? '' : pageQuery(settings.query, keptHere(), lock.query);

  /** What the address says now: coming back to the page may have written it without the run. */
  const said = (): string => {
    const { query } = router.currentRoute.value;
    const pairs = Object.entries(query).flatMap(([key, value]) =>
      value === null ? [] : [[key, String(value)]],
    );
    return new URLSearchParams(pairs).toString();
  };

  /** An address that was right in part stays as the person gave it, until settings or run are others. */
  const isSpared = (): boolean => {
    const { run: named = null } = router.currentRoute.value.query;
    return settings.query === settings.sparedQuery && named === keptHere();
  };

  function write(): void {
    const query = wanted();
    const { path } = settings;
    const stays = router.currentRoute.value.path === path && headedFor === path;
    if (!stays || query === '' || isSpared()) return;
    if (new URLSearchParams(query).toString() === said()) return;
    settings.sparedQuery = null;
    written = query;
    writtenAtMs = performance.now();
    void router.replace({ path, query: Object.fromEntries(new URLSearchParams(query)) });
  }

  // The form follows the place, and the place the form: a link, or a run that was opened, may be of the other place.
  watch(
    () => router.currentRoute.value.path,
    (path) => {
      if (isTrainingPath(path) && headedFor === path) settings.goTo(path);
    },
  );
  watch(
    () => settings.path,
    (path) => {
      const now = router.currentRoute.value.path;
      if (isTrainingPath(now) && now !== path && isTrainingPath(headedFor)) void router.push(path);
    },
  );
  watch(
    () => [settings.query, keptHere()] as const,
    ([query, kept]) => {
      if (query !== '') remember({ query, run: kept });
    },
  );
  watch(
    () => [wanted(), router.currentRoute.value.path],
    () => {
      clearTimeout(timer);
      const waitMs = writtenAtMs + WRITE_EVERY_MS - performance.now();
      // Never at once: an address that a person gave at another place changes the place first and is read after that.
      timer = setTimeout(write, Math.max(0, waitMs));
    },
    { immediate: true, flush: 'post' },
  );

  // Going back to an address does not take back what was changed since: it is read once.
  let readElsewhere = plainHash(location.hash);
  let { language: askedLanguage } = readAddress(location.search, location.hash).flags;

  function onHashChange({ newURL }: HashChangeEvent): void {
    // What was given, even where the address says something else by now.
    const hash = plainHash(new URL(newURL).hash);
    const { pairs, flags, leftOut, lock: locked } = readAddress('', hash);
    if (flags.language !== null && flags.language !== askedLanguage) {
      askedLanguage = flags.language;
      void startLanguage(flags.language);
    }
    const question = hash.indexOf('?');
    if (question < 0 || !isTrainingPath(hash.slice(1, question))) {
      // A lesson link may lead to any place; what leads around in a locked page has its lock already.
      const newLock = lock.query === '' || !hash.includes(lock.query) ? locked : [];
      const isNew = hash !== readElsewhere && (pairs.length > 0 || leftOut.length > 0);
      if (newLock.length > 0 || isNew)
        void run.edit(() => settings.read(isNew ? pairs : [], newLock, leftOut));
      readElsewhere = hash;
      return;
    }
    if (lock.keepsFrom(hash.slice(1, question), settings.path)) return; // nor is read what leads there
    const now = new URLSearchParams(hash.slice(question)).toString();
    if (now === new URLSearchParams(written).toString()) return;
    if (flags.run === null || flags.run === keptHere())
      return void run.edit(() => settings.read(pairs, locked, leftOut));
    if (run.busy) {
      notices.say(words('notices.goesOn'), words('notices.goesOnWhy'), words('notices.goesOnHint'));
      return write();
    }
    void settings.read(pairs, locked, leftOut);
    void openLinked(flags.run);
  }
  window.addEventListener('hashchange', onHashChange);
  onScopeDispose(() => {
    clearTimeout(timer);
    for (const forget of forgetGuards) forget();
    window.removeEventListener('hashchange', onHashChange);
  });
}
