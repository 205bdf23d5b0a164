// Carries changes of the form into the open run: live settings to its next step, backend and threads by opening the
// engine anew with the run saved and opened again.
import { onScopeDispose, watch } from 'vue';
import type { RunConfig } from '../core/runConfig';
import { useEngineStore } from '../stores/engineStore';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { liveDifferences } from '../stores/settingDifferences';
import { useSettingsStore } from '../stores/settingsStore';

const SETTLE_MS = 200;

export function useLiveSettings(): void {
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const settings = useSettingsStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function carry(wanted: RunConfig): Promise<void> {
    try {
      if (!run.config || run.run?.imported) return;
      const live = liveDifferences(run.config, wanted);
      if (Object.keys(live).length > 0) await run.setLive(live);
    } catch (error) {
      notices.report(error);
    }
  }

  async function switchEngine(wanted: RunConfig): Promise<void> {
    const id = run.run?.id;
    const running = run.state.status === 'running';
    const kept = run.step > 0 || Boolean(run.run?.imported);
    try {
      if (running) await run.pause();
      await engine.open(wanted.backend, wanted.threads, wanted);
      if (id && kept && (await run.open(id)) && running) await run.train();
      else if (id && !kept) await run.reset();
    } catch (error) {
      notices.report(error);
    }
  }

  watch(
    () => settings.config,
    (wanted) => {
      clearTimeout(timer);
      if (wanted) timer = setTimeout(() => void carry(wanted), SETTLE_MS);
    },
  );
  // Compared with what the engine was asked for, so that opening a run that wants the same changes nothing.
  watch([() => settings.config?.backend, () => settings.config?.threads], () => {
    const { config } = settings;
    if (config && engine.state.status === 'ready' && !engine.isOpenWith(config.backend, config.threads))
      void switchEngine(config);
  });
  onScopeDispose(() => clearTimeout(timer));
}
