// What happens once after the page is open: the worker says what it offers, the address is read, the engine opened,
// and a saved run or a first press of Train follows if the address asks for it.
import { watch } from 'vue';
import { plainHash } from '../core/plainHash';
import type { Address } from '../stores/address';
import { arithmeticChange } from '../stores/arithmetic';
import { expectRequests } from '../stores/catalogueWords';
import { useCatalogStore } from '../stores/catalogStore';
import { useEngineStore } from '../stores/engineStore';
import { useNoticesStore } from '../stores/noticesStore';
import { pageStart, recall } from '../stores/pageMemory';
import { isTrainingPath } from '../stores/trainingPlaces';
import { placeMeant } from './placeMeant';
import { useRunStore } from '../stores/runStore';
import { useSettingsStore } from '../stores/settingsStore';
import { useLinkedRun } from './useLinkedRun';
import { words } from './words';

/** @param address what stood in the address when the page was opened */
export function useBoot(address: Address): void {
  const catalog = useCatalogStore();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const settings = useSettingsStore();

  const openLinked = useLinkedRun();
  const arrival = {
    speaks: isTrainingPath(placeMeant(plainHash(location.hash).slice(1).split('?', 1)[0])),
    again: performance
      .getEntriesByType('navigation')
      .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate'),
  };
  const start = pageStart(address, arrival, recall());
  run.awaited = start.run; // the address keeps it while the engine starts

  async function boot(): Promise<void> {
    const readable = settings.read(start.pairs, address.lock, address.leftOut);
    const config = settings.config;
    if (!config) return;
    try {
      await engine.open(config.backend, config.threads, config);
      await run.matchEngine();
    } catch (error) {
      return notices.report(error);
    }
    const { flags } = address;
    const became = start.run === null ? null : await openLinked(start.run);
    const changed =
      flags.ranOn !== undefined && became !== 'open' && engine.state.status === 'ready'
        ? arithmeticChange(flags.ranOn, engine.state.report)
        : null;
    if (changed) notices.say('Another arithmetic', changed, 'Everything else repeats.');
    if (became === 'open' && !flags.autostart)
      notices.say(words('notices.back'), words('notices.backWhy'), words('notices.backHint'));
    if (flags.autostart && readable && became !== 'failed') await run.train();
  }

  const stop = watch(
    () => catalog.catalogue,
    (catalogue) => {
      if (!catalogue) return;
      stop();
      expectRequests();
      void boot();
    },
  );
}
