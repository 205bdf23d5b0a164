// Requests about the backend.
import { openEngine } from '../../engine/openEngine';
import { closeClassifier, closeRun } from '../context';
import type { HandlersOf } from '../handler';
import { measureBackend, timeOf } from '../measureBackend';

export const engineHandlers: HandlersOf<'engine'> = {
  async 'engine/open'({ backend, threads, config, measured }, context) {
    await closeRun(context, false);
    await closeClassifier(context);
    context.engine?.running.close();
    context.engine = null;
    const engine = await openEngine({
      choice: backend,
      threads,
      measured,
      measure: config && (() => measureBackend(config)),
      onThread: (making) => context.emit({ kind: 'engine/thread', making }),
      onLost: (reason) =>
        context.emit({
          kind: 'engine/lost',
          lostBackend: engine.report.backend,
          error: {
            name: 'BackendLostError',
            message: reason,
            hint: 'The run goes on from its last save; choose another backend if it happens again.',
          },
        }),
    });
    context.engine = engine;
    return engine.report;
  },

  async 'engine/time'({ config }, { engine, run }) {
    return { stepMilliseconds: engine && !run ? await timeOf(config) : null };
  },
};
