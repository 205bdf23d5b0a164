// Reads the runs that an address names, one after the other, and says which of them are not to be had. Draws nothing.
import { computed, shallowRef, watch } from 'vue';
import { toWireError, type WireError } from '../../core/errors';
import type { RunMarks } from '../../core/runMarks';
import type { RunRecord, SavedRuns } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';
import { runTitle } from '../../stores/runTitle';
import { comparedRuns } from './compared';

export interface MissingRun {
  readonly id: string;
  /** Its id where its name is not known any more. */
  readonly name: string;
  readonly error: WireError;
}

type State =
  | { readonly status: 'reading'; readonly read: number; readonly of: number }
  | {
      readonly status: 'read';
      readonly records: readonly RunRecord[];
      readonly missing: readonly MissingRun[];
    };

/** Call within a component's setup. */
export function useComparison(ids: () => readonly string[]) {
  const client = useClient();
  const notices = useNoticesStore();
  const state = shallowRef<State>({ status: 'reading', read: 0, of: 0 });
  let asked = 0;

  async function nameOf(id: string): Promise<string> {
    const listed: SavedRuns | null = await client.request('runs/list', {}).catch(() => null);
    return [...(listed?.runs ?? []), ...(listed?.deleted ?? [])].find((run) => run.id === id)?.name ?? id;
  }

  async function read(): Promise<void> {
    const own = ++asked;
    const wanted = ids();
    const records: RunRecord[] = [];
    const missing: MissingRun[] = [];
    state.value = { status: 'reading', read: 0, of: wanted.length };
    for (const [i, id] of wanted.entries()) {
      state.value = { status: 'reading', read: i, of: wanted.length };
      try {
        await client.ready(); // a page that was opened here asks before its worker listens
        records.push(await client.request('runs/record', { id }));
      } catch (error) {
        missing.push({ id, name: runTitle(await nameOf(id)), error: toWireError(error) });
      }
      if (own !== asked) return; // other runs are wanted by now
    }
    state.value = { status: 'read', records, missing };
  }
  watch(() => ids().join(','), read, { immediate: true });

  /** Marks one of them; what is read stays. */
  async function mark(id: string, marks: Partial<RunMarks>): Promise<void> {
    try {
      const { note, starred } = await client.request('runs/mark', { id, ...marks });
      const now = state.value;
      if (now.status !== 'read') return;
      const records = now.records.map((record) => (record.id === id ? { ...record, note, starred } : record));
      state.value = { ...now, records };
    } catch (error) {
      notices.report(error);
    }
  }

  const runs = computed(() =>
    state.value.status === 'read'
      ? comparedRuns(state.value.records.map((one) => ({ ...one, name: runTitle(one.name) })))
      : [],
  );
  const missing = computed(() => (state.value.status === 'read' ? state.value.missing : []));
  return { state, runs, missing, read, mark };
}
