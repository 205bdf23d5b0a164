// Requests of the Judge page, where a classifier learns beside the open run. One classifier at a time; whichever trains, the
// other is paused.
import { closeClassifier, requireClassifier } from '../context';
import type { HandlersOf } from '../handler';

export const classifierHandlers: HandlersOf<'classifier'> = {
  async 'classifier/open'(request, context, call) {
    const { openClassifier } = await import('../openClassifier');
    return openClassifier(request, context, call);
  },

  async 'classifier/play'({ steps }, context) {
    const { session } = requireClassifier(context);
    await context.run?.session.pause();
    const { step, config } = session;
    if (step === 0 || step >= config.steps) session.set({ steps: step + steps });
    session.play();
    return { goal: session.config.steps };
  },

  async 'classifier/pause'(_, context) {
    await context.classifier?.session.pause();
    return null;
  },

  async 'classifier/forget'(_, context) {
    const id = context.classifier?.session.identity.id;
    await closeClassifier(context);
    if (id !== undefined) await (await context.store()).delete(id);
    return null;
  },
};
