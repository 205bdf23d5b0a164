// What happens once after the page is open: the worker says what it offers, the address is read, the engine opened,
// and a saved run or a first press of Train follows if the address asks for it.
import { watch } from 'vue';
import type { PageFlags } from '../stores/address';
import { useCatalogStore } from '../stores/catalogStore';
import { useEngineStore } from '../stores/engineStore';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { useSettingsStore } from '../stores/settingsStore';

/** @param address what stood in the address when the page was opened */
export function useBoot(address: {
  readonly pairs: Readonly<Record<string, string>>;
  readonly flags: PageFlags;
}): void {
  const catalog = useCatalogStore();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const settings = useSettingsStore();

  async function boot(): Promise<void> {
    const readable = settings.read(address.pairs);
    const config = settings.config;
    if (!config) return;
    try {
      await engine.open(config.backend, config.threads, config);
      await run.matchEngine();
    } catch (error) {
      return notices.report(error);
    }
    const { flags } = address;
    if (flags.run !== null && (await run.open(flags.run))) {
      if (!flags.autostart)
        notices.say('Your run is back', 'It was saved on this device.', 'Press Train to go on.');
    } else if (flags.run !== null) {
      // A link from another device: its settings are enough to run it again.
      run.clear();
      notices.say(
        'Ready to repeat the run',
        'The run of this link is not saved here.',
        'Press Train to repeat it.',
      );
    }
    if (flags.autostart && readable) await run.train();
  }

  const stop = watch(
    () => catalog.catalogue,
    (catalogue) => {
      if (!catalogue) return;
      stop();
      void boot();
    },
  );
}
