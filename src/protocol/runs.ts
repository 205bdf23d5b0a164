// Runs and the classifier of the Judge page, saved and open: what the page needs to list and to draw them.
import type { WireError } from '../core/errors';
import type { GridLayout } from '../core/gridLayout';
import type { HistoryPoint, ImageBatch, TimelineFrame } from '../core/history';
import type { ImportedFrom } from '../core/importedGenerator';
import type { ClassifierMoment } from '../core/classifierMoment';
import type { HealthNote, MeasurePoint } from '../core/measures';
import type { NetworkSpec } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { RunMarks } from '../core/runMarks';
import type { SweepPlan } from '../core/sweep';
import type { BackendId } from './engine';
import type { PictureTaker, ProducedFile } from './samples';

/** A saved run as the gallery lists it. */
export interface RunSummary extends RunMarks {
  readonly id: string;
  readonly name: string;
  /** Id of the run that this one was made from, or null. */
  readonly parent: string | null;
  /** What was done to make its generator smaller, oldest first; empty where nothing was. */
  readonly compression: readonly string[];
  readonly config: RunConfig;
  readonly step: number;
  readonly seconds: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly savedAt: number;
  readonly sizeBytes: number;
  /** Last samples, at most 16 images. */
  readonly thumbnail: ImageBatch | null;
}

/** What a saved run did as a page shows it beside others: thinned where there is much, and without its weights. */
export interface RunRecord extends RunMarks, Pick<RunSummary, 'id' | 'name' | 'config' | 'step' | 'seconds'> {
  /** At most 10,000 points. */
  readonly history: readonly HistoryPoint[];
  readonly measures: readonly MeasurePoint[];
  /** At most 40 frames. */
  readonly timeline: readonly TimelineFrame[];
}

/** What came of an import: the run, and of a file with several the others. */
export interface ImportedRuns extends RunSummary {
  readonly alongside?: readonly RunSummary[];
  /** Of the results of a sweep. */
  readonly sweep?: ReturnedSweep;
}

/** Runs that have not begun, and shall be trained elsewhere. */
export interface SweepRequest {
  readonly name: string;
  readonly configs: readonly RunConfig[];
  /** What each run is called; null for the name with the plain names of the settings that differ. */
  readonly titles: readonly string[] | null;
  /** Whether what they learn from is packed, once. */
  readonly images: boolean;
  /** Whose runs these are, in its order, where the page shows its results; they come back with it. */
  readonly plan: SweepPlan | null;
}

/** A sweep that was trained elsewhere. */
export interface ReturnedSweep {
  readonly name: string;
  readonly plan: SweepPlan;
  /** In the order of its plan's runs: ids of those that came back, null of the others. */
  readonly runs: readonly (string | null)[];
}

/** Ways to start an exported run elsewhere. */
export type ContinueWay = 'one' | 'processes' | 'machines' | 'slurm' | 'notebook';

/** One of them as lines for a shell. */
export interface ContinueCommand {
  readonly way: ContinueWay;
  readonly text: string;
}

/** A run as a folder that PyTorch trains on elsewhere. */
export interface ContinueFolder {
  /** The folder as a zip. */
  readonly file: ProducedFile;
  /** What lies in it, unpacked. */
  readonly parts: readonly { readonly name: string; readonly sizeBytes: number }[];
  readonly commands: readonly ContinueCommand[];
}

/** A run that is kept but cannot be opened by this version. */
export interface UnreadableRun {
  readonly id: string;
  readonly sizeBytes: number;
  readonly error: WireError;
}

/** A run that was deleted and can still be put back. */
export interface DeletedRun {
  readonly id: string;
  /** Its id where the run cannot be read. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly deletedAt: number;
}

/** What is kept on this device. */
export interface SavedRuns {
  /** Latest saved first. */
  readonly runs: readonly RunSummary[];
  readonly unreadable: readonly UnreadableRun[];
  /** Latest deleted first. */
  readonly deleted: readonly DeletedRun[];
  /** What the person should know about where runs are kept, or null. */
  readonly warning: string | null;
}

/** A network of a run. */
export interface NamedNetwork {
  /** As the task declares it. */
  readonly id: string;
  readonly spec: NetworkSpec;
}

/** The saved run whose weights a new one began with. */
export interface BegunWith {
  readonly id: string;
  readonly name: string;
  /** Weights, as numbers, that were taken over, and those of the new run in all. */
  readonly keptWeights: number;
  readonly weights: number;
}

/** A run that has been opened or started: what the page needs to draw it. */
export interface OpenedRun {
  readonly id: string;
  readonly name: string;
  readonly config: RunConfig;
  readonly step: number;
  readonly history: readonly HistoryPoint[];
  readonly timeline: readonly TimelineFrame[];
  /** What stands where in the frames (`gridsIn`); empty where they are samples and nothing else. */
  readonly grids: readonly GridLayout[];
  readonly measures: readonly MeasurePoint[];
  readonly health: readonly HealthNote[];
  /** Those of the task's declaration among them, by its ids; one without layers is not in the file that the run came from. */
  readonly networks: readonly NamedNetwork[];
  /** Where the generator came from, if from a file: such a run draws, and has no discriminator to train with. */
  readonly imported: ImportedFrom | null;
  /** Random numbers that one sample is drawn from, 0 where none are; the generator's input also holds the class where there is one. */
  readonly latentSize: number;
  /** Classes that a sample can be asked for, by name; null for models without. */
  readonly sampleClasses: readonly string[] | null;
  /** Networks that make something of a picture that is given to them; empty where all draws from noise. */
  readonly pictureTakers: readonly PictureTaker[];
  /** Networks that take pictures and leave by Export: those, and one that gives pictures names. */
  readonly leavingTakers: readonly PictureTaker[];
  /** Real images of the data set, to look at beside the samples. */
  readonly realImages: ImageBatch;
  /** Bytes that training is expected to need at most. */
  readonly estimatedPeakBytes: number;
  /** Of a run that was started with the weights of another. */
  readonly begunWith?: BegunWith;
  /** Of a run whose network names pictures. */
  readonly naming?: NamingFacts;
  /** Backend that took the steps of a saved run, as far as its file says; null for a new run. */
  readonly trainedOn: BackendId | null;
}

/** A run that goes on with other settings. */
export interface ChangedRun {
  readonly run: OpenedRun;
  /** Weights, as numbers, that the networks of before and of now share, and those of now in all. */
  readonly keptWeights: number;
  readonly weights: number;
}

/** What a network that names pictures is tested with, and what it says of that. */
export interface NamingFacts {
  readonly classNames: readonly string[];
  /** Images that it never trains on. */
  readonly testImages: ImageBatch;
  /** Class of each of them. */
  readonly labels: Uint8Array;
  /** Images that it learns from. */
  readonly trainingImages: number;
  /** What it says now. */
  readonly moment: ClassifierMoment;
}

/** A classifier that is ready to learn, or to go on learning. */
export interface OpenedClassifier extends NamingFacts {
  /** Itself, as any run is described. */
  readonly run: OpenedRun;
  /** Shares of the test images that it named rightly, by step, oldest first. */
  readonly accuracies: readonly { readonly step: number; readonly accuracy: number }[];
}
