// Requests about what is kept on the device: data sets and saved runs.
import { InvalidValueError } from '../../core/errors';
import { defaultParams } from '../../core/paramSpec';
import { datasets } from '../../datasets';
import { byId } from '../catalogue';
import { closeClassifier, closeRun, type WorkerContext } from '../context';
import type { HandlersOf } from '../handler';
import { loadDataset, realImages } from '../runData';

export const datasetHandlers: HandlersOf<'dataset'> = {
  async 'dataset/provide'({ dataset, ...given }, _, { signal, progress }) {
    const definition = byId(datasets, dataset);
    if (!definition.provide) {
      throw new InvalidValueError(`${definition.label} takes no files.`, 'Choose a data set that does.');
    }
    return definition.provide(given, { params: defaultParams(definition.params), signal, progress });
  },

  async 'dataset/preview'({ config, count }, _, call) {
    return realImages(await loadDataset(config, call), config.seed, count);
  },
};

async function closeIfOpen(id: string, context: WorkerContext): Promise<void> {
  if (context.run?.session.identity.id === id) await closeRun(context, true);
  if (context.classifier?.session.identity.id === id) await closeClassifier(context);
}

export const runsHandlers: HandlersOf<'runs'> = {
  'runs/list': async (_, context) => (await context.store()).list(),
  'runs/record': async ({ id }, context) => (await context.store()).record(id),
  async 'runs/rename'({ id, name }, context) {
    const renamed = await (await context.store()).rename(id, name);
    const open = context.run?.session;
    if (open?.identity.id === id) open.identity = { ...open.identity, name: renamed.name };
    return renamed;
  },
  async 'runs/mark'({ id, ...marks }, context) {
    const open = [context.run?.session, context.classifier?.session].find(
      (session) => session?.identity.id === id,
    );
    const before = open?.identity;
    // First, so that a save meanwhile has them, too.
    if (open) open.identity = { ...open.identity, ...marks };
    try {
      return await (await context.store()).mark(id, marks);
    } catch (error) {
      if (open && before) open.identity = before;
      throw error;
    }
  },
  'runs/duplicate': async ({ id }, context) => (await context.store()).duplicate(id),
  'runs/export': async ({ id }, context) => (await context.store()).exportZip(id),
  async 'runs/continue'(request, context, call) {
    const { continueElsewhere } = await import('../continueElsewhere');
    return continueElsewhere(request, context, call);
  },
  async 'runs/sweep'(request, context, call) {
    const { continueSweep } = await import('../continueSweep');
    return continueSweep(request, context, call);
  },
  async 'runs/import'(request, context, call) {
    const { importRun } = await import('../importRun');
    return importRun(request, context, call);
  },
  async 'runs/delete'({ id }, context) {
    await closeIfOpen(id, context);
    await (await context.store()).delete(id);
    return null;
  },
  async 'runs/restore'({ id }, context) {
    await (await context.store()).restore(id);
    return null;
  },
  async 'runs/erase'({ id }, context) {
    await closeIfOpen(id, context);
    await (await context.store()).erase(id);
    return null;
  },
};
