// What tasks that make a run smaller (distil, prune, quantize-aware) ask of the run that they start from, whatever its
// generators take: noise (noiseTeacher.ts) or pictures (pictureTeacher.ts). One kind for each task that such runs are of.
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { CompressionRecord } from '../../core/compressionRecord';
import type { NetworkSpec } from '../../core/network';
import type { ParamSpec } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import type { TaskData } from '../../core/taskFacts';
import type { Network } from '../../engine/network';
import type { Calibration } from '../../graph/calibration';
import type { ExportGraph } from '../../graph/graph';
import type { NamedNetwork } from '../../protocol';
import type { TrainedGenerator } from '../../training/generatorGraph';
import type { SavedNetwork, SavedParts } from '../../training/savedTensors';
import type { Draws } from '../../training/translators';
import type { UpdatesPlan } from '../../training/updatesTrainer';
import type { MakerResult, TaskParts, TaskSource } from '../define';

export interface TaughtGenerator {
  readonly id: string;
  readonly network: Network;
}

/** What a step learns from. */
export interface Lesson {
  /** What each generator is given, [b, ...input]. */
  readonly given: readonly Tensor[];
  /** What each generator is to leave as it is, as large; absent where the source does not ask for that. */
  readonly kept?: readonly Tensor[];
  /**
   * How little what they made of `given` fools the source's discriminators, outside of training; absent where those play no
   * part.
   */
  readonly fooled?: (made: readonly Tensor[]) => Scalar;
  /** Tensors that are done with after the step; `given` and `kept` are among them. */
  readonly held: readonly Tensor[];
}

export interface Teacher {
  readonly source: TaskSource;
  /** As samples are drawn by them. */
  readonly generators: readonly TaughtGenerator[];
  /** @param stream tells the draws of tasks apart; permanent. Drawn by `stepInput`. */
  readonly lesson: (step: () => number, stream: number) => Lesson;
  /**
   * What the page shows while smaller ones learn: what these draw and what those do, from the same.
   * @param smaller asked at every moment, by the ids of `generators`
   */
  readonly beside: (smaller: () => Draws) => Pick<UpdatesPlan, 'grids' | 'grid'>;
  /** The generators as exporters take them. */
  readonly trained: () => Promise<readonly TrainedGenerator[]>;
  /** Ranges of their folded graphs: those that were learned, while they hold, else those of watched inputs. */
  readonly ranges: (
    folded: readonly ExportGraph[],
    record: CompressionRecord | null,
  ) => Promise<readonly Calibration[]>;
  /** A run of the source's settings with these generators and its discriminators. The caller disposes its trainer. */
  readonly successor: (
    generators: readonly TrainedGenerator[],
    record: CompressionRecord,
  ) => Promise<Pick<MakerResult, 'trainer' | 'kept'>>;
}

/** How runs of one task teach. */
export interface TeacherKind {
  /** What ids of tasks that start from such a run begin with; empty where generators draw from noise. */
  readonly prefix: string;
  /** Parameters of the source's task, which a task that starts from it keeps beside its own. */
  readonly params: readonly ParamSpec[];
  /** What the source learns from, beside the trained run. */
  readonly data: readonly TaskData[];
  readonly ownNetworks: boolean;
  /** Whether its generators make pictures out of pictures, and the run's discriminators may judge what a smaller one makes. */
  readonly translates: boolean;
  /** Generators that teach. */
  readonly taught: readonly string[];
  /** What goes over to the run that is made: discriminators with their optimizers, pictures of styles. */
  readonly going: readonly string[];
  /** Settings of the source, from those of a task that started from it. */
  readonly sourceConfig: (config: RunConfig) => RunConfig;
  /** The networks in the run file of a source, with what is kept of their optimizers. */
  readonly saved: (parts: SavedParts) => readonly SavedNetwork[];
  /** Descriptions of the generators that teach. */
  readonly specs: (parts: SavedParts) => readonly NamedNetwork[];
  /** The description that the exporters' graph is built from. */
  readonly graphSpec: (spec: NetworkSpec) => NetworkSpec;
  /** @throws TaskDataError when the task was not started from a run of this kind */
  readonly open: (parts: TaskParts) => Teacher;
}
