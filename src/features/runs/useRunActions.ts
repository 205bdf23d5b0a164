// What can be done with a saved run, one thing at a time for each: which run is being worked on, and what failed. Opening
// one leads to the place that shows it. Asks the person nothing; the dialogs are the page's.
import { shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { DELETED_KEPT_DAYS } from '../../core/deletedRuns';
import type { RunMarks } from '../../core/runMarks';
import type { RunSummary } from '../../protocol';
import { useCatalogStore } from '../../stores/catalogStore';
import { useNoticesStore } from '../../stores/noticesStore';
import { useOriginStore } from '../../stores/originStore';
import { useRunStore } from '../../stores/runStore';
import { runTitle } from '../../stores/runTitle';
import { useSettingsStore } from '../../stores/settingsStore';
import { pathOf } from '../../stores/trainingPlaces';
import { download } from '../../ui/downloads';
import { useGalleryStore } from './galleryStore';
import { words } from './words';

/** What is known of any run that is kept, one that cannot be opened too. */
export interface KeptRun {
  readonly id: string;
  readonly name: string;
}

/** Call within a component's setup. */
export function useRunActions() {
  const catalog = useCatalogStore();
  const gallery = useGalleryStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const origin = useOriginStore();
  const settings = useSettingsStore();
  const router = useRouter();
  const busyId = shallowRef<string | null>(null);

  async function act(id: string, action: () => Promise<unknown>): Promise<void> {
    busyId.value = id;
    try {
      await action();
    } catch (error) {
      notices.report(error);
    } finally {
      busyId.value = null;
    }
  }

  async function show({ id, config }: RunSummary): Promise<void> {
    if (run.run?.id !== id) {
      await run.reset();
      void run.open(id);
    }
    await router.push(pathOf(catalog.task(config.task)));
  }

  const open = (summary: RunSummary) => act(summary.id, () => show(summary));
  /** Goes on in a copy. */
  const branch = ({ id }: RunSummary) => act(id, async () => show(await gallery.duplicate(id)));
  /** A new run with its weights: the form takes its settings, and what is changed there is what is new. */
  const reuse = ({ id, name, config }: RunSummary) =>
    act(id, async () => {
      await run.reset();
      const { backend = 'auto', threads = 0 } = settings.config ?? {};
      settings.adopt({ ...config, backend, threads });
      origin.chosen = { id, name };
      await router.push(settings.path);
    });
  const duplicate = ({ id }: RunSummary) =>
    act(id, async () => {
      const { name } = await gallery.duplicate(id);
      notices.say(words('copied.title'), words('copied.text', { name: runTitle(name) }));
    });
  const rename = ({ id }: RunSummary, name: string) => act(id, () => gallery.rename(id, name));
  const mark = ({ id }: RunSummary, marks: Partial<RunMarks>) => act(id, () => gallery.mark(id, marks));
  const save = ({ id }: RunSummary) => act(id, async () => download(await gallery.exportZip(id)));
  const putBack = (id: string) => act(id, () => gallery.restore(id));
  const erase = (id: string) => act(id, () => gallery.erase(id));

  const remove = ({ id, name }: KeptRun) =>
    act(id, async () => {
      if (run.run?.id === id) await run.reset();
      await gallery.remove(id);
      const what = words('deleted.said', { name: runTitle(name), days: DELETED_KEPT_DAYS });
      const undo = { label: words('deleted.undo'), act: () => void putBack(id) };
      notices.say(words('deleted.saidTitle'), what, '', undo);
    });

  return { busyId, open, branch, reuse, duplicate, rename, mark, save, putBack, erase, remove };
}
