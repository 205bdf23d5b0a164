// Facts about the run on the root element, where style sheets, tests and scripts can read them.
import { watchEffect } from 'vue';
import { useEngineStore } from '../stores/engineStore';
import { useRunStore } from '../stores/runStore';

export function useDocumentFacts(): void {
  const engine = useEngineStore();
  const run = useRunStore();
  const facts = document.documentElement.dataset;
  watchEffect(() => {
    facts.runStatus = run.state.status;
    facts.runStep = String(run.step);
    facts.backend = engine.state.status === 'ready' ? engine.state.report.backend : '';
  });
}
