// The exported train.py as one text: the parts in the order of reading, with the layers and the loss of this run alone.
import type { LossEntry } from '../../protocol';
import {
  sharesBatch,
  type ContinuingTask,
  type LearningTask,
  type Maker,
  type TaughtPrefix,
} from '../../core/continuingTasks';
import { CONSTANTS_PART } from './constantsPart';
import { BYTES_PART, CYCLE_PART, TRANSLATION_PART, TWO_KINDS_PART } from './cyclePart';
import { GAME_PART, LATENTS_PART, PLAIN_GAME_PART } from './gamePart';
import { GROWING_PART } from './growingPart';
import { DISTILL_PART, IMITATION_PART } from './imitationPart';
import { CYCLE_LESSON_PART, NOISE_LESSON_PART, PAIR_LESSON_PART, PICTURE_LESSON_PART } from './lessonParts';
import { layerFunctions } from './layers';
import { lossFunctions } from './losses';
import { importsPart, mainPart } from './mainPart';
import { CLASSIFIER_PART, NAMING_PART, RETRAIN_PART } from './namingPart';
import { MEASURE_PART } from './measurePart';
import { LAYOUT_PART, LEARNING_PART, NETWORK_PART } from './networkPart';
import { ALONE_PART, PAINT_PART } from './paintPart';
import { PAIR_PART, PAIRS_PART } from './pairPart';
import { DATA_PART, DEVICE_PART, PROCESSES_PART } from './processesPart';
import { PRUNE_PART } from './prunePart';
import { RANDOM_PART } from './randomPart';
import { ROUNDED_PART } from './roundedPart';
import { RUN_FILE_PART } from './runFilePart';
import { STYLE_LOSSES_PART, STYLE_PART } from './stylePart';
import { TREATMENT_PART } from './treatmentPart';
import { RATE_PART, REPORT_PART, UPDATES_PART } from './updatesPart';

const BACK = `What it writes, out/run.zip, is a run file: the page opens it (Runs, Import), and this script goes on from it.
"""`;

const HEAD = `"""Goes on with a Ganvas run in PyTorch 1.13 to 2.x: the same networks, losses, random numbers and settings, in one
process or in many (torchrun). README.md beside this file has the commands; run.json has the settings.

    python train.py --steps 5000
    torchrun --nproc_per_node=2 train.py --batch 64

${BACK}`;

const HEAD_ALONE = `"""Goes on with a Ganvas run in PyTorch 1.13 to 2.x: the same feature network, losses, optimizer and settings, in one
process, since it paints a single picture. README.md beside this file has the commands; run.json has the settings.

    python train.py --steps 500

${BACK}`;

const UPDATED = [UPDATES_PART, REPORT_PART];

/** What a step is, task by task. */
const LEARNING_PARTS: Readonly<Record<LearningTask, readonly string[]>> = {
  adversarial: [TREATMENT_PART, LATENTS_PART, GAME_PART, PLAIN_GAME_PART],
  'progressive-growing': [TREATMENT_PART, LATENTS_PART, CONSTANTS_PART, GAME_PART, GROWING_PART],
  'style-student': [CONSTANTS_PART, ...UPDATED, BYTES_PART, TRANSLATION_PART, STYLE_LOSSES_PART, STYLE_PART],
  'style-transfer': [CONSTANTS_PART, REPORT_PART, BYTES_PART, STYLE_LOSSES_PART, PAINT_PART],
  'cycle-gan': [...UPDATED, BYTES_PART, TRANSLATION_PART, TWO_KINDS_PART, CYCLE_PART],
  'pair-translation': [...UPDATED, BYTES_PART, TRANSLATION_PART, PAIRS_PART, PAIR_PART],
  classifier: [RATE_PART, ...UPDATED, NAMING_PART, CLASSIFIER_PART],
  retrain: [RATE_PART, ...UPDATED, NAMING_PART, RETRAIN_PART],
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
    : [RATE_PART, ...UPDATED, ...LESSON_PARTS[task.taught], IMITATION_PART, ...MAKER_PARTS[task.maker]];

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
  const sharing = sharesBatch(task);
  const parts = [
    `${sharing ? HEAD : HEAD_ALONE}\n${importsPart(sharing)}`,
    RANDOM_PART,
    DEVICE_PART,
    sharing ? PROCESSES_PART : ALONE_PART,
    `# ---- Layers: images are [b, h, w, c] between them, kernels lie as TensorFlow has them.\n\n${LAYOUT_PART}`,
    layerFunctions(kinds),
    NETWORK_PART,
    ...(sharing ? [LEARNING_PART] : []),
    ...(loss ? [lossFunctions(loss)] : []),
    ...taskParts(task),
    ...(measures ? [MEASURE_PART] : []),
    DATA_PART,
    RUN_FILE_PART,
    mainPart(sharing),
  ];
  return `${parts.join('\n\n\n')}\n`;
}
