// Carries changed settings into the open run: at once, one request at a time, and what changes meanwhile goes with the
// next one. A run that is closed takes nothing more. Knows neither form nor worker.
import { shallowRef, type ShallowRef } from 'vue';
import type { RunConfig } from '../core/runConfig';
import { livePairs, type LiveSettings } from '../core/runParams';

/** Both, the later one where they meet. */
const joined = (first: LiveSettings, later: LiveSettings): LiveSettings => ({
  ...first,
  ...later,
  ...(first.taskParams && { taskParams: { ...first.taskParams, ...later.taskParams } }),
});
const namesOf = (changes: LiveSettings): readonly string[] => Object.keys(livePairs(changes));

export interface LiveSettingsWays {
  /** Id of the open run that takes changes, null where none does. */
  readonly runId: () => string | null;
  /** Resolves with the configuration that the run has then. */
  readonly send: (changes: LiveSettings) => Promise<RunConfig>;
  /** The open run has this configuration now. */
  readonly confirm: (config: RunConfig) => void;
}

export interface LiveSettingsCarrier {
  /** Names of settings that have been sent, or wait to be, and are not confirmed. */
  readonly underWay: Readonly<ShallowRef<readonly string[]>>;
  /**
   * Resolves when the run has these settings, or is no longer the open one.
   * @throws what `send` throws; then nothing is under way any more
   */
  carry(changes: LiveSettings): Promise<void>;
}

export function carryLiveSettings({ runId, send, confirm }: LiveSettingsWays): LiveSettingsCarrier {
  const underWay = shallowRef<readonly string[]>([]);
  let waiting: LiveSettings = {};
  let meantFor: string | null = null;
  let sending: Promise<void> | null = null;

  async function drain(): Promise<void> {
    try {
      while (Object.keys(waiting).length > 0 && meantFor === runId()) {
        const id = meantFor;
        const changes = waiting;
        waiting = {};
        underWay.value = namesOf(changes);
        const config = await send(changes);
        if (id === runId()) confirm(config);
      }
    } finally {
      waiting = {};
      underWay.value = [];
      sending = null;
    }
  }

  return {
    underWay,
    carry(changes) {
      const id = runId();
      if (id === null || Object.keys(changes).length === 0) return Promise.resolve();
      waiting = id === meantFor ? joined(waiting, changes) : changes;
      meantFor = id;
      underWay.value = [...new Set([...underWay.value, ...namesOf(changes)])];
      sending ??= drain();
      return sending;
    },
  };
}
