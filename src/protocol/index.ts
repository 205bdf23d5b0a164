// THE wire between page and worker: requests with one reply each, and events. Types only.
// Binary data travels as transferred typed arrays; everything else is plain JSON-like data.
import type { ModelProfile } from '../core/boards';
import type { WireError } from '../core/errors';
import type { HistoryPoint, ImageBatch, TimelineFrame } from '../core/history';
import type { ImportedFrom } from '../core/importedGenerator';
import type { JudgeMoment } from '../core/judge';
import type { HealthNote, MeasurePoint, MeasureReport } from '../core/measures';
import type { KeptNetworks } from '../core/lab/define';
import type { NetworkSpec } from '../core/networkSpec';
import type { ParamSpec, ParamValues } from '../core/paramSpec';
import type { PlaneView } from '../core/planeView';
import type { BackendChoice, RunConfig } from '../core/runConfig';
import type { LiveSettings, RunSettings } from '../core/runParams';
import type { RunTransition } from '../core/runState';

// ---- catalogue: what can be chosen -------------------------------------------------------------------------------

export interface CatalogueEntry {
  readonly id: string;
  readonly label: string;
  /** One sentence for a person who has read nothing. */
  readonly help: string;
  readonly params: readonly ParamSpec[];
  /** Known, for runs that have it, but not offered. */
  readonly hidden?: boolean;
}

export interface DatasetEntry extends CatalogueEntry {
  readonly source: string;
  readonly licence: string;
  /** Height, width, channels before any parameter changes them. */
  readonly shape: readonly [number, number, number];
  /** How many classes its images are labelled with, 0 for none; absent while that depends on the files. */
  readonly classes?: number;
  /** `embedded` needs nothing, `download` may fetch, `files` needs the person's own files. */
  readonly origin: 'embedded' | 'download' | 'files';
  /** File names or patterns that it accepts from a picker or by drag and drop, for example `.idx3-ubyte.gz`. */
  readonly accepts: readonly string[];
}

export interface ModelEntry extends CatalogueEntry {
  readonly paper: string;
  readonly recommended: Partial<RunSettings> & { readonly lossParams?: ParamValues };
  /** How the networks know classes; absent where they know none. */
  readonly classes?: ClassUse;
  /** Whether its discriminator has batch normalization. */
  readonly normalizesD?: boolean;
  /** Whether its discriminator is of dense layers throughout, whose learning can be differentiated. */
  readonly denseD?: boolean;
  /** The images' sides must be multiples of this; 1 when absent. */
  readonly sideMultiple?: number;
}

/**
 * Classes are the data set's labels, or which of the model's generators (its parameter `generators`) drew an image. The
 * discriminator ends in 1 + classes numbers, which are read as: a score and what each class adds to it (`projection`); a
 * score and a guess of the class (`auxiliary`); a choice between real and each generator (`mixture`).
 */
export type ClassUse =
  | { readonly source: 'labels'; readonly head: 'projection' | 'auxiliary' }
  | { readonly source: 'generators'; readonly head: 'auxiliary' | 'mixture' };

export interface LossEntry extends CatalogueEntry {
  readonly paper: string;
  /** Score above which the discriminator counts an image as real; 0 when absent. */
  readonly boundary?: number;
  /** Only differences of scores mean something; an image counts as real against the other batch's mean score. */
  readonly comparesScores?: boolean;
  /** Differentiates the discriminator's slope, so the networks must allow second derivatives. */
  readonly differentiatesTwice?: boolean;
  /** Cuts the discriminator's weights off. */
  readonly boundsWeights?: boolean;
}

export interface MetricEntry extends CatalogueEntry {
  readonly paper: string;
  /** `%` for shares 0..1; empty for a plain number. */
  readonly unit: string;
  readonly better: 'lower' | 'higher' | 'as-real';
  /** Cheap enough to be taken while training runs. */
  readonly live: boolean;
}

/** A format that trained networks leave the page in. */
export interface ModelExporterEntry {
  readonly id: string;
  readonly label: string;
  /** One sentence: who reads the files and what they are good for. */
  readonly help: string;
  /** Precisions and kinds, the one to start with first. */
  readonly variants: readonly {
    readonly id: string;
    readonly label: string;
    readonly help: string;
    /** Largest mean difference from the float model, of pixel values in -1..1, that is handed out. */
    readonly meanBound: number;
  }[];
}

export interface Catalogue {
  readonly datasets: readonly DatasetEntry[];
  readonly models: readonly ModelEntry[];
  readonly losses: readonly LossEntry[];
  readonly metrics: readonly MetricEntry[];
  readonly modelExporters: readonly ModelExporterEntry[];
}

// ---- engine ------------------------------------------------------------------------------------------------------

export type BackendId = Exclude<BackendChoice, 'auto'>;

/** Which backend runs and why; each candidate that was passed over, with the reason. */
export interface EngineReport {
  readonly backend: BackendId;
  /** For people: `WebAssembly SIMD on 2 threads (relaxed)`. */
  readonly description: string;
  readonly why: string;
  readonly threads: number;
  readonly crossOriginIsolated: boolean;
  readonly skipped: readonly { readonly backend: BackendId; readonly reason: string }[];
  /** Of one training step on each backend that was compared, fastest first; empty where there was no choice to make. */
  readonly stepTimes: readonly StepTime[];
}

export interface StepTime {
  readonly backend: BackendId;
  readonly milliseconds: number;
}

/** What `auto` found on this device before: the fastest backend as it described itself, and the times behind it. */
export interface MeasuredChoice {
  readonly description: string;
  readonly stepTimes: readonly StepTime[];
}

export interface MemoryReport {
  readonly tensors: number;
  readonly bytes: number;
  readonly peakBytes: number;
}

// ---- runs --------------------------------------------------------------------------------------------------------

/** A saved run as the gallery lists it. */
export interface RunSummary {
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

/** A run that is kept but cannot be opened by this version. */
export interface UnreadableRun {
  readonly id: string;
  readonly sizeBytes: number;
  readonly error: WireError;
}

/** What is kept on this device. */
export interface SavedRuns {
  /** Latest saved first. */
  readonly runs: readonly RunSummary[];
  readonly unreadable: readonly UnreadableRun[];
  /** What the person should know about where runs are kept, or null. */
  readonly warning: string | null;
}

/** A run that has been opened or started: what the page needs to draw it. */
export interface OpenedRun {
  readonly id: string;
  readonly name: string;
  readonly config: RunConfig;
  readonly step: number;
  readonly history: readonly HistoryPoint[];
  readonly timeline: readonly TimelineFrame[];
  readonly measures: readonly MeasurePoint[];
  readonly health: readonly HealthNote[];
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  /** Where the generator came from, if from a file: such a run draws, and has no discriminator to train with. */
  readonly imported: ImportedFrom | null;
  /** Random numbers that one sample is drawn from; the generator's input also holds the class where there is one. */
  readonly latentSize: number;
  /** Classes that a sample can be asked for, by name; null for models without. */
  readonly sampleClasses: readonly string[] | null;
  /** Real images of the data set, to look at beside the samples. */
  readonly realImages: ImageBatch;
  /** Bytes that training is expected to need at most. */
  readonly estimatedPeakBytes: number;
}

/** A run that goes on with other settings. */
export interface ChangedRun {
  readonly run: OpenedRun;
  /** Weights, as numbers, that the networks of before and of now share, and those of now in all. */
  readonly keptWeights: number;
  readonly weights: number;
}

/** A classifier that is ready to learn. */
export interface OpenedJudge {
  readonly dataset: string;
  readonly classNames: readonly string[];
  /** Images that it never trains on. */
  readonly testImages: ImageBatch;
  /** Class of each of them. */
  readonly labels: Uint8Array;
  /** Images that it learns from. */
  readonly trainingImages: number;
  /** What it says before it has learnt anything. */
  readonly moment: JudgeMoment;
}

/** Where latents come from: sample i of a seed, explicit rows, or a walk between two seeds. */
export type LatentSource =
  | { readonly kind: 'seed'; readonly seed: number; readonly count: number }
  | { readonly kind: 'rows'; readonly latentSize: number; readonly values: Float32Array }
  | { readonly kind: 'interpolation'; readonly from: number; readonly to: number; readonly count: number };

/** Images over time. */
export interface AnimationRequest {
  /** What the run drew while it trained, or a walk through the latents that ends where it began. */
  readonly kind: 'timeline' | 'walk';
  readonly seed: number;
  /** At most so many. */
  readonly frames: number;
  /** Side by side in each frame. */
  readonly pictures: number;
  /** Every pixel becomes a square of so many. */
  readonly scale: number;
  readonly framesPerSecond: number;
  /** Of a walk of a run that knows classes; null for one after the other. */
  readonly chosenClass: number | null;
}

/** How generated images leave the page. */
export type ImageFileFormat = 'png-grid' | 'png-zip' | 'idx' | 'npy';

export interface ProducedFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

// ---- models that leave the page ----------------------------------------------------------------------------------

/** How activations are given a range: by their extremes, or without the rarest ones. */
export type CalibrationRule = 'min-max' | 'percentile';

export interface ModelExportRequest {
  readonly exporter: string;
  readonly variant: string;
  readonly calibration: CalibrationRule;
}

/** What the written files draw, against what the trained network draws, on the same latents. Pixel values in -1..1. */
export interface ExportProof {
  /** What ran the files. */
  readonly runtime: string;
  /** True where it was not this project's own arithmetic. */
  readonly independent: boolean;
  readonly images: number;
  readonly maxDifference: number;
  readonly meanDifference: number;
  readonly meanBound: number;
  /** One image at a time on one thread here; null where that was not measured. */
  readonly millisecondsPerImage: number | null;
}

/** How far the weights of one layer moved when they were made smaller. */
export interface LayerError {
  readonly name: string;
  readonly kind: string;
  readonly output: readonly number[];
  readonly parameters: number;
  /** Root mean square of the weights' error, relative to that of the weights; null where nothing was rounded. */
  readonly weightError: number | null;
  /** Root mean square of the error of what the layer puts out, relative to that of the output; null where not measured. */
  readonly outputError: number | null;
  /** Of its weights as they are written; null for layers without. */
  readonly histogram: WeightHistogram | null;
}

/** How a generator's input is put together: numbers of noise, then one of `classes` (0 for none). */
export interface GeneratorInput {
  readonly latent: number;
  readonly classes: number;
}

export interface ExportedModel {
  /** Null where several generators share one input. */
  readonly input: GeneratorInput | null;
  /** SHA-256 of `file`, 64 hexadecimal digits; null where there is none. */
  readonly fileSha256: string | null;
  /** The file by itself, or null where the format has several. */
  readonly file: ProducedFile | null;
  /** All files with the model card, in a zip. */
  readonly withCard: ProducedFile;
  readonly fileNames: readonly string[];
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  readonly float32Bytes: number;
  readonly proof: ExportProof;
  readonly layers: readonly LayerError[];
  /** Images of the same latents: as trained, and as the files draw them. */
  readonly trained: ImageBatch;
  readonly drawn: ImageBatch;
}

/** What is done to the open run's generator to make it smaller; the result is a run of its own. */
export type CompressRequest =
  | {
      readonly technique: 'prune';
      /** Whole channels, or single weights. */
      readonly target: 'channels' | 'weights';
      /** Of each layer, above 0 and up to 0.95. */
      readonly share: number;
      readonly steps: number;
    }
  | {
      readonly technique: 'quantize-aware';
      readonly weightBits: 8 | 4;
      readonly steps: number;
    };

/** What a generator costs. */
export interface GeneratorCost {
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Share of the kernels' weights that are zero, 0..1. */
  readonly zeroShare: number;
}

export interface CompressedRun {
  /** The new saved run; the open one stays as it is. */
  readonly run: RunSummary;
  readonly before: GeneratorCost;
  readonly after: GeneratorCost;
  /** Mean distance from what the open run draws, at the first step and at the last, values -1..1. */
  readonly firstLoss: number;
  readonly lastLoss: number;
}

/** A precision that a generator is tried in before a file is written. */
export type VariantId = 'float32' | 'float16' | 'int8-weights' | 'int8' | 'int4-weights' | 'int8-int4';

export interface VariantRequest {
  /** Saved run, or the open one, whose generator is tried. */
  readonly run: string;
  /** Run whose discriminator judges, and whose images are the ones to compare with. */
  readonly base: string;
  readonly variant: VariantId;
  /** Images that are measured. */
  readonly samples: number;
}

/** Counts of weights in equal bins from -reach to reach. */
export interface WeightHistogram {
  readonly reach: number;
  readonly counts: readonly number[];
  /** Different values that the weights take; null where every weight may take its own. */
  readonly levels: number | null;
}

/** A generator in one precision, tried in the page. */
export interface VariantReport {
  /** Loss of the generator as the base run's discriminator judges it. */
  readonly generatorLoss: number;
  /** Metric by id, with the samples and floors behind it. */
  readonly measures: MeasurePoint;
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly zeroShare: number;
  /** Of the .tflite file; null where this generator cannot be written as one. */
  readonly sizeBytes: number | null;
  readonly gzipBytes: number | null;
  /** One image at a time, by LiteRT on one thread here; null where it could not be run. */
  readonly millisecondsPerImage: number | null;
  /** Images of the first fixed latents. */
  readonly drawn: ImageBatch;
  readonly layers: readonly LayerError[];
}

/** A smaller generator that learns to draw what the open run's generator draws. */
export interface DistillRequest {
  /** Width of the student, which is a `dcgan-light`: 1 is that model as it is. */
  readonly width: number;
  readonly steps: number;
}

export interface DistilledRun {
  /** The new saved run; the open one stays as it is. */
  readonly run: RunSummary;
  readonly teacher: GeneratorCost;
  readonly student: GeneratorCost;
  /** Mean distance from the teacher's pixels before and after, values -1..1. */
  readonly firstLoss: number;
  readonly lastLoss: number;
}

// ---- requests: noun/verb -> [payload, reply] ---------------------------------------------------------------------

export interface Requests {
  /** Chooses and tests a backend. Asked again, it switches. */
  'engine/open': [
    {
      readonly backend: BackendChoice;
      readonly threads: number;
      /** What `auto` compares the backends with; without it the first that works is taken. */
      readonly config?: RunConfig;
      /** Taken at its word as long as its fastest backend starts and describes itself the same. */
      readonly measured?: MeasuredChoice;
    },
    EngineReport,
  ];
  /** Network descriptions and cost of a configuration, before it runs. */
  'model/describe': [
    { readonly config: RunConfig },
    {
      readonly generator: NetworkSpec;
      readonly discriminator: NetworkSpec;
      readonly latentSize: number;
      readonly estimatedPeakBytes: number;
    },
  ];
  /** What the generator of the open run takes of a board. */
  'model/profile': [Record<string, never>, ModelProfile];
  /** Writes the generator of the open run in a format, and proves the files by running them. */
  'model/export': [ModelExportRequest, ExportedModel];
  /** Trains a smaller student on the open run's generator and saves it as a run of its own. */
  'model/distill': [DistillRequest, DistilledRun];
  /** Makes the open run's generator smaller and saves it as a run of its own. */
  'model/compress': [CompressRequest, CompressedRun];
  /** Measures a saved run's generator in one precision, without writing a file for the person. */
  'model/variant': [VariantRequest, VariantReport];
  /** Loads data, builds networks and holds the run at step 0, paused. */
  'run/start': [
    {
      readonly config: RunConfig;
      readonly name?: string;
      /** The run is for watching only: it never stands among the saved ones. */
      readonly unsaved?: boolean;
    },
    OpenedRun,
  ];
  /** Opens a saved run at its last checkpoint, paused. */
  'run/open': [{ readonly id: string }, OpenedRun];
  'run/play': [Record<string, never>, null];
  'run/pause': [Record<string, never>, null];
  'run/step': [Record<string, never>, null];
  'run/save': [Record<string, never>, RunSummary];
  /** Closes the run (saved first unless `discard`). */
  'run/close': [{ readonly discard: boolean }, null];
  'run/set': [LiveSettings, RunConfig];
  /**
   * The open run goes on at its step with another configuration of the same data: both networks are built anew, and those
   * that are kept keep every weight that fits; the optimizers begin anew.
   */
  'run/change': [{ readonly config: RunConfig; readonly keeps: KeptNetworks }, ChangedRun];
  /** Somebody looks at the plane of a run of points, or no longer does: events `run/plane` while they look. */
  'run/watchPlane': [{ readonly on: boolean }, null];
  'samples/draw': [
    {
      readonly source: LatentSource;
      /** Class of each sample, repeated to their number; one after the other when absent. */
      readonly classes?: readonly number[];
    },
    {
      readonly images: ImageBatch;
      readonly latents: Float32Array;
      /** What the discriminator gives each image, 0..1; empty where there is no discriminator. */
      readonly realness: Float32Array;
    },
  ];
  'samples/file': [
    { readonly format: ImageFileFormat; readonly seed: number; readonly count: number },
    ProducedFile,
  ];
  /** An animated GIF of the open run. */
  'samples/animation': [AnimationRequest, ProducedFile];
  /** Measures the open run with every metric; it waits meanwhile. The measurement is kept with the run. */
  'measures/take': [{ readonly samples: number }, MeasureReport];
  /** The training images nearest to a picture (pixel by pixel), nearest first. */
  'measures/nearest': [
    { readonly image: ImageBatch; readonly count: number },
    { readonly images: ImageBatch; readonly distances: readonly number[] },
  ];
  /** Loads a data set for a classifier that is to learn it; the one before is closed. */
  'judge/open': [{ readonly dataset: string; readonly seed: number }, OpenedJudge];
  /** Takes so many more steps, with events `judge/moment`, then `judge/ended`. A run that trains is paused. */
  'judge/play': [{ readonly steps: number }, null];
  'judge/pause': [Record<string, never>, null];
  'judge/close': [Record<string, never>, null];
  /** The person's own files for a data set, kept on the device. */
  'dataset/provide': [
    { readonly dataset: string; readonly files: readonly NamedFile[] },
    { readonly message: string },
  ];
  'dataset/preview': [{ readonly config: RunConfig; readonly count: number }, ImageBatch];
  'runs/list': [Record<string, never>, SavedRuns];
  'runs/rename': [{ readonly id: string; readonly name: string }, RunSummary];
  'runs/duplicate': [{ readonly id: string }, RunSummary];
  'runs/delete': [{ readonly id: string }, null];
  'runs/export': [{ readonly id: string }, ProducedFile];
  /** Opens a run file, or a model of another program with the files that belong to it, as a new saved run. */
  'runs/import': [{ readonly files: readonly NamedFile[] }, RunSummary];
  /** Ends the request with this number as soon as it can. */
  'request/abort': [{ readonly id: number }, null];
}

export type RequestKind = keyof Requests;
export type PayloadOf<K extends RequestKind> = Requests[K][0];
export type ReplyOf<K extends RequestKind> = Requests[K][1];

export type RequestMessage = {
  readonly [K in RequestKind]: { readonly kind: K; readonly id: number; readonly payload: PayloadOf<K> };
}[RequestKind];

// ---- what the worker posts ---------------------------------------------------------------------------------------

export type WorkerEvent =
  /** First message of a worker: it is alive and offers this. */
  | { readonly kind: 'worker/ready'; readonly catalogue: Catalogue }
  | { readonly kind: 'run/changed'; readonly runId: string; readonly transition: RunTransition }
  /** New history points, oldest first; sent at most every 100 ms. */
  | { readonly kind: 'run/history'; readonly runId: string; readonly points: readonly HistoryPoint[] }
  | { readonly kind: 'run/samples'; readonly runId: string; readonly frame: TimelineFrame }
  /** Points in the plane: the moment as it is, at most thirty times a second. */
  | { readonly kind: 'run/plane'; readonly runId: string; readonly view: PlaneView }
  | { readonly kind: 'run/measured'; readonly runId: string; readonly point: MeasurePoint }
  /** Measuring failed and stops; the run goes on. */
  | { readonly kind: 'run/measureFailed'; readonly runId: string; readonly error: WireError }
  /** What is wrong with the run now; sent when that changes. */
  | { readonly kind: 'run/health'; readonly runId: string; readonly notes: readonly HealthNote[] }
  /** A classifier that learns, as it is now; a few times a second. */
  | { readonly kind: 'judge/moment'; readonly moment: JudgeMoment }
  /** It stopped learning: its steps are done, it was paused, or it failed. */
  | { readonly kind: 'judge/ended'; readonly error: WireError | null }
  | { readonly kind: 'run/saved'; readonly runId: string; readonly step: number; readonly savedAt: number }
  /** Saving failed; the run goes on and what was saved before is kept. */
  | { readonly kind: 'run/saveFailed'; readonly runId: string; readonly error: WireError }
  /** Sent about once a second while training. `null` bytes where the backend does not say. */
  | { readonly kind: 'engine/memory'; readonly memory: MemoryReport }
  /** The backend is gone (device lost, kernel trap); the page restarts the worker and resumes from the checkpoint. */
  | { readonly kind: 'engine/lost'; readonly error: WireError; readonly lostBackend: BackendId }
  /** Progress of request `id`; `fraction` 0..1 or null when unknown. */
  | {
      readonly kind: 'request/progress';
      readonly id: number;
      readonly what: string;
      readonly fraction: number | null;
    };

export type ReplyMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: ReplyOf<RequestKind> }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: WireError };

export type WorkerMessage = WorkerEvent | ReplyMessage;
