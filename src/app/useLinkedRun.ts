// Opens the saved run that a link or a reload names, and says what became of it. A run that is not here can be repeated from
// its settings; every other reason stands where the samples would, with what can be done.
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { words } from './words';

/** What became of the run: `missing` is not saved here, `failed` is told on the page. */
export type LinkedRun = 'open' | 'missing' | 'failed' | 'cancelled';

/** Call within a component's setup. */
export function useLinkedRun(): (id: string) => Promise<LinkedRun> {
  const notices = useNoticesStore();
  const run = useRunStore();
  return async (id) => {
    if (await run.open(id)) return 'open';
    if (run.state.status !== 'failed') return 'cancelled';
    if (run.state.error.name !== 'UnknownRunError') return 'failed';
    // A link from another device: its settings are enough to run it again.
    run.clear();
    notices.say(words('notices.repeat'), words('notices.repeatWhy'), words('notices.repeatHint'));
    return 'missing';
  };
}
