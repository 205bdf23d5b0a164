// The exported train.py as one text: the parts in the order of reading, with the layers and the loss of this run alone.
import type { LossEntry } from '../../protocol';
import type { ContinuingTask, LearningTask, Maker, TaughtPrefix } from '../../core/continuingTasks';
import { CONSTANTS_PART } from './constantsPart';
import { CYCLE_PART, TRANSLATION_PART, TWO_KINDS_PART } from './cyclePart';
import { GAME_PART, LATENTS_PART, PLAIN_GAME_PART } from './gamePart';
import { GROWING_PART } from './growingPart';
import { DISTILL_PART, IMITATION_PART } from './imitationPart';
import { CYCLE_LESSON_PART, NOISE_LESSON_PART, PAIR_LESSON_PART, PICTURE_LESSON_PART } from './lessonParts';
import { layerFunctions } from './layers';
import { lossFunctions } from './losses';
import { IMPORTS_PART, MAIN_PART } from './mainPart';
import { CLASSIFIER_PART, NAMING_PART, RETRAIN_PART } from './namingPart';
import { MEASURE_PART } from './measurePart';
import { LAYOUT_PART, NETWORK_PART } from './networkPart';
import { PAIR_PART, PAIRS_PART } from './pairPart';
import { DATA_PART, PROCESSES_PART } from './processesPart';
import { PRUNE_PART } from './prunePart';
import { RANDOM_PART } from './randomPart';
import { ROUNDED_PART } from './roundedPart';
import { RUN_FILE_PART } from './runFilePart';
import { STYLE_PART } from './stylePart';
import { TREATMENT_PART } from './treatmentPart';
import { RATE_PART, UPDATES_PART } from './updatesPart';

const HEAD = `"""Goes on with a Ganvas run in PyTorch 1.13 to 2.x: the same networks, losses, random numbers and settings, in one
process or in many (torchrun). README.md beside this file has the commands; run.json has the settings.

    python train.py --steps 5000
    torchrun --nproc_per_node=2 train.py --batch 64

What it writes, out/run.zip, is a run file: the page opens it (Runs, Import), and this script goes on from it.
"""`;

/** What a step is, task by task. */
const LEARNING_PARTS: Readonly<Record<LearningTask, readonly string[]>> = {
  adversarial: [TREATMENT_PART, LATENTS_PART, GAME_PART, PLAIN_GAME_PART],
  'progressive-growing': [TREATMENT_PART, LATENTS_PART, CONSTANTS_PART, GAME_PART, GROWING_PART],
  'style-student': [CONSTANTS_PART, UPDATES_PART, TRANSLATION_PART, STYLE_PART],
  'cycle-gan': [UPDATES_PART, TRANSLATION_PART, TWO_KINDS_PART, CYCLE_PART],
  'pair-translation': [UPDATES_PART, TRANSLATION_PART, PAIRS_PART, PAIR_PART],
  classifier: [RATE_PART, UPDATES_PART, NAMING_PART, CLASSIFIER_PART],
  retrain: [RATE_PART, UPDATES_PART, NAMING_PART, RETRAIN_PART],
};

/** What students are given, by whom they learn from. */
const LESSON_PARTS: Readonly<Record<TaughtPrefix, readonly string[]>> = {
  '': [LATENTS_PART, NOISE_LESSON_PART],
  'cycle-gan-': [TWO_KINDS_PART, CYCLE_LESSON_PART],
  'pair-translation-': [PAIRS_PART, PAIR_LESSON_PART],
  'style-student-': [PICTURE_LESSON_PART],
};

const MAKER_PARTS: Readonly<Record<Maker, readonly string[]>> = {
  distill: [DISTILL_PART],
  prune: [PRUNE_PART],
  'quantize-aware': [CONSTANTS_PART, ROUNDED_PART],
};

const taskParts = (task: ContinuingTask): readonly string[] =>
  typeof task === 'string'
    ? LEARNING_PARTS[task]
    : [RATE_PART, UPDATES_PART, ...LESSON_PARTS[task.taught], IMITATION_PART, ...MAKER_PARTS[task.maker]];

/**
 * @param loss by which scores are judged; null where there are none
 * @param measures whether it measures on the way
 * @throws UnsupportedModelError for a loss that has no form here
 */
export function trainScript(
  task: ContinuingTask,
  networks: readonly { readonly nodes: readonly { readonly kind: string }[] }[],
  loss: LossEntry | null,
  measures: boolean,
): string {
  const kinds = new Set(networks.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  const parts = [
    `${HEAD}\n${IMPORTS_PART}`,
    RANDOM_PART,
    PROCESSES_PART,
    `# ---- Layers: images are [b, h, w, c] between them, kernels lie as TensorFlow has them.\n\n${LAYOUT_PART}`,
    layerFunctions(kinds),
    NETWORK_PART,
    ...(loss ? [lossFunctions(loss)] : []),
    ...taskParts(task),
    ...(measures ? [MEASURE_PART] : []),
    DATA_PART,
    RUN_FILE_PART,
    MAIN_PART,
  ];
  return `${parts.join('\n\n\n')}\n`;
}
