// What goes along to PyTorch of the run that a smaller one is made of (leavingMakers.ts): the generators that teach, the pictures
// that all of them are given, the discriminators that judge. One for each kind of run that can be made smaller.
import type { TaughtPrefix } from '../core/continuingTasks';
import type { NetworkSpec } from '../core/network';
import { contentOf } from '../tasks/style/stylePictures';
import type { TeacherKind } from '../tasks/teachers/define';
import { noiseTeacher } from '../tasks/teachers/noiseTeacher';
import { TRANSLATIONS } from '../tasks/translations';
import { ganNetworks } from '../training/ganNetworks';
import type { SavedParts } from '../training/savedTensors';
import { byId, everyModel } from './catalogue';
import type { Leaving, LeavingData } from './leavingFacts';
import { betweenKinds, fromPairs } from './leavingTranslators';

export interface LeavingLesson extends Pick<Leaving, 'loss' | 'facts' | 'needsLabels' | 'learnsFrom'> {
  readonly kind: TeacherKind;
  /** Discriminators of the run, by their names there. */
  readonly judges: Readonly<Record<string, NetworkSpec>>;
}

/** A run as descriptions of its networks are asked for. */
export const partsOf = ({ snapshot, dataset }: LeavingData): SavedParts => ({
  ...snapshot,
  model: byId(everyModel, snapshot.config.model),
  shape: dataset.shape,
  labels: dataset.classNames?.length ?? null,
});

/** Of a translator what goes along of it beside is what goes along of its own run. */
function translating(
  taught: keyof typeof TRANSLATIONS,
  leave: (data: LeavingData) => Leaving,
  { snapshot, ...data }: LeavingData,
): LeavingLesson {
  const { task, kind } = TRANSLATIONS[taught];
  const config = kind.sourceConfig(snapshot.config);
  const { networks, loss, facts, needsLabels, learnsFrom } = leave({
    ...data,
    snapshot: { ...snapshot, config },
  });
  const judges = task.networks.filter(({ role }) => role === 'discriminator').map(({ id }) => id);
  return {
    ...{ kind, loss, facts, needsLabels, learnsFrom },
    judges: Object.fromEntries(Object.entries(networks).filter(([id]) => judges.includes(id))),
  };
}

export const LESSONS: Readonly<Record<TaughtPrefix, (data: LeavingData) => LeavingLesson>> = {
  ''(data) {
    const parts = partsOf(data);
    const { classes, latentSize } = ganNetworks({
      ...parts,
      config: noiseTeacher.sourceConfig(parts.config),
    });
    return {
      ...{ kind: noiseTeacher, loss: null, needsLabels: false, learnsFrom: null, judges: {} },
      facts: {
        classes: classes && parts.model.classes ? { ...parts.model.classes, count: classes.count } : null,
        latentSize,
      },
    };
  },
  'cycle-gan-': (data) => translating('cycle-gan-', betweenKinds, data),
  'pair-translation-': (data) => translating('pair-translation-', fromPairs, data),
  'style-student-': ({ dataset }) => ({
    ...{ kind: TRANSLATIONS['style-student-'].kind, loss: null, facts: {}, needsLabels: false, judges: {} },
    learnsFrom: contentOf(dataset),
  }),
};
