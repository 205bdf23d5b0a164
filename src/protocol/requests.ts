// What the page may ask of the worker: noun/verb -> [payload, reply], one reply each.
import type { ModelProfile } from '../core/boards';
import type { ImageBatch } from '../core/history';
import type { KeptNetworks } from '../core/lab/define';
import type { TooLarge } from '../core/memoryFit';
import type { MeasureReport } from '../core/measures';
import type { PauseEvery } from '../core/pageLock/define';
import type { PictureShape } from '../core/pictureFit';
import type { BackendChoice, RunConfig } from '../core/runConfig';
import type { RunMarks } from '../core/runMarks';
import type { LiveSettings } from '../core/runParams';
import type { EngineReport, MeasuredChoice } from './engine';
import type {
  Confidence,
  GradientFlow,
  InsideInput,
  InsideLayer,
  InsideNetwork,
  LayerWeights,
  Learners,
  Saliency,
  WatchedStep,
} from './inside';
import type { LatentAxes, NearestLatent, NearestOptions, PictureVerdicts, UsualScores } from './latent';
import type {
  ExportedModel,
  MadeRun,
  MakeRequest,
  ModelExportRequest,
  VariantReport,
  VariantRequest,
} from './models';
import type {
  ContinueFolder,
  ChangedRun,
  ImportedRuns,
  NamedNetwork,
  OpenedClassifier,
  OpenedRun,
  RunRecord,
  RunSummary,
  SavedRuns,
  SweepRequest,
} from './runs';
import type {
  AnimationRequest,
  ImageFileFormat,
  LatentSource,
  NamedFile,
  ProducedFile,
  ProvidedFiles,
  ReadPictures,
} from './samples';

/** y = slope * x + offset. */
export interface StraightLine {
  readonly slope: number;
  readonly offset: number;
}

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
  /**
   * Milliseconds that a step of a configuration takes on the open engine, measured with a few; null for a configuration that
   * is not ready to run, and while a run is open.
   */
  'engine/time': [{ readonly config: RunConfig }, { readonly stepMilliseconds: number | null }];
  /** Network descriptions and cost of a configuration, before it runs. */
  'model/describe': [
    { readonly config: RunConfig },
    {
      readonly networks: readonly NamedNetwork[];
      readonly latentSize: number;
      readonly estimatedPeakBytes: number;
    },
  ];
  /**
   * What of a configuration is too large for the open engine, or of a task that is to make a run out of the open one; null
   * when it fits.
   */
  'model/fit': [{ readonly config: RunConfig } | { readonly make: MakeRequest }, TooLarge | null];
  /** What the generator of the open run, or its classifier, takes of a board. */
  'model/profile': [Record<string, never>, ModelProfile];
  /** Writes the generator of the open run in a format, and proves the files by running them. */
  'model/export': [ModelExportRequest, ExportedModel];
  /** Makes a run out of the open one: a student of its generator, a pruned one, one for integers. */
  'model/make': [MakeRequest, MadeRun];
  /** Goes on with a run that such a task has not finished; the open run, if any, is paused for it. */
  'model/resume': [{ readonly id: string }, MadeRun];
  /** Pauses the task that makes a run: it is kept, and its request ends with an UnfinishedRunError. */
  'model/pause': [Record<string, never>, null];
  /** Measures a saved run's generator in one precision, without writing a file for the person. */
  'model/variant': [VariantRequest, VariantReport];
  /** Loads data, builds networks and holds the run at step 0, paused. */
  'run/start': [
    {
      readonly config: RunConfig;
      readonly name?: string;
      /** A saved run whose weights it begins with, as far as they fit. */
      readonly from?: string;
      /** The run is for watching only: it never stands among the saved ones. */
      readonly unsaved?: boolean;
    },
    OpenedRun,
  ];
  /** Opens a saved run at its last checkpoint, paused. */
  'run/open': [{ readonly id: string }, OpenedRun];
  /** Trains to the end, or until the run has taken so many steps, or trained so many minutes, more: at whole multiples. */
  'run/play': [{ readonly pauseEvery?: PauseEvery }, null];
  'run/pause': [Record<string, never>, null];
  'run/step': [Record<string, never>, null];
  /**
   * Takes one step and keeps what it was made of; `row` is the picture of the batches whose way through the layers is kept. A
   * network that is not to learn takes part and keeps its weights.
   */
  'run/watchStep': [{ readonly learns: Learners; readonly row: number }, WatchedStep];
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
  /** Pictures of the channels and of sides that one of the open run's `pictureTakers` names, as that network makes them. */
  'samples/translate': [{ readonly network: string; readonly images: ImageBatch }, ImageBatch];
  /** A person's own pictures as bytes of a shape: the middle of each, turned as its EXIF says. Nothing is kept. */
  'pictures/read': [
    {
      readonly files: readonly NamedFile[];
      readonly unopened: readonly string[];
      readonly shape: PictureShape;
    },
    ReadPictures,
  ];
  /**
   * What the classifier of the open run names pictures of the size and channels of its real images.
   * `shares` [pictures * classes] sum to 1 for each.
   */
  'samples/name': [
    { readonly images: ImageBatch },
    { readonly classNames: readonly string[]; readonly shares: Float32Array },
  ];
  'samples/file': [
    { readonly format: ImageFileFormat; readonly seed: number; readonly count: number },
    ProducedFile,
  ];
  /** An animated GIF of the open run. */
  'samples/animation': [AnimationRequest, ProducedFile];
  /** What a layer of the open run makes of one input, and its filters for input channel `channel` (from 0). */
  'inside/layer': [
    {
      readonly network: InsideNetwork;
      readonly layer: string;
      readonly input: InsideInput;
      readonly channel: number;
    },
    InsideLayer,
  ];
  /** The gradients of both losses on the next step's batches, without dropout. Nothing learns from it. */
  'inside/flow': [Record<string, never>, GradientFlow];
  /** How the weights of each layer are spread now. */
  'inside/weights': [
    Record<string, never>,
    { readonly step: number; readonly layers: Readonly<Record<InsideNetwork, readonly LayerWeights[]>> },
  ];
  /** The discriminator's verdicts on `count` real images and as many fakes. */
  'inside/confidence': [{ readonly count: number }, Confidence];
  /** Which pixels move the discriminator's score of a picture of the data's shape. */
  'inside/saliency': [{ readonly picture: ImageBatch; readonly imageClass: number }, Saliency];
  /** What discriminator and classifier say of pictures in the shape of the open run's. */
  'pictures/judge': [{ readonly images: ImageBatch }, PictureVerdicts];
  /** Real pictures that training does not see, always the same; where there are none, training images. */
  'pictures/keptBack': [
    { readonly count: number },
    { readonly images: ImageBatch; readonly keptBack: boolean },
  ];
  /**
   * The noise that draws a picture in the shape of the open run's most nearly. Events `latent/moment` with this `search`
   * meanwhile; the run waits.
   */
  'latent/find': [
    { readonly picture: ImageBatch; readonly options: NearestOptions; readonly search: number },
    NearestLatent,
  ];
  /** The same search for `count` real pictures that training does not see: what a score means. */
  'latent/usual': [{ readonly count: number; readonly options: NearestOptions }, UsualScores];
  /** Directions in noise along which the generator's pictures change most, of class `imageClass` where it knows classes. */
  'latent/axes': [{ readonly count: number; readonly imageClass: number }, LatentAxes];
  /** Measures the open run with every metric; it waits meanwhile. The measurement is kept with the run. */
  'measures/take': [{ readonly samples: number }, MeasureReport];
  /** The training images nearest to a picture (pixel by pixel), nearest first. */
  'measures/nearest': [
    { readonly image: ImageBatch; readonly count: number },
    { readonly images: ImageBatch; readonly distances: readonly number[] },
  ];
  /**
   * Gradient descent on `slope * x + offset` from `line`, so many epochs over all points. Replies with the line and the mean
   * squared error before each epoch.
   */
  'line/learn': [
    {
      readonly xs: readonly number[];
      readonly ys: readonly number[];
      readonly line: StraightLine;
      readonly learningRate: number;
      readonly epochs: number;
    },
    { readonly line: StraightLine; readonly losses: readonly number[] },
  ];
  /**
   * Loads a data set for a classifier that is to learn it, or that has begun to, on this device, with this seed. It is paused
   * and saved like a run, beside the open one; the classifier before is saved and closed.
   */
  'classifier/open': [{ readonly dataset: string; readonly seed: number }, OpenedClassifier];
  /**
   * Goes on to the step that it was to reach, or takes so many steps more once it is there. Events as of a run, and
   * `classifier/moment`. A run that trains is paused.
   */
  'classifier/play': [{ readonly steps: number }, { readonly goal: number }];
  'classifier/pause': [Record<string, never>, null];
  /** Closes it and deletes what was saved of it. */
  'classifier/forget': [Record<string, never>, null];
  /** The person's own files for a data set, kept on the device. */
  'dataset/provide': [
    {
      readonly dataset: string;
      readonly files: readonly NamedFile[];
      /** Paths of files beside them that were not handed over. */
      readonly unopened: readonly string[];
    },
    ProvidedFiles,
  ];
  /** The person's own file of a feature network's weights, kept on the device. */
  'encoder/provide': [{ readonly encoder: string; readonly files: readonly NamedFile[] }, ProvidedFiles];
  'dataset/preview': [{ readonly config: RunConfig; readonly count: number }, ImageBatch];
  'runs/list': [Record<string, never>, SavedRuns];
  /** What a saved run did, without opening it. */
  'runs/record': [{ readonly id: string }, RunRecord];
  'runs/rename': [{ readonly id: string; readonly name: string }, RunSummary];
  /** Changes its note, its star, or both. */
  'runs/mark': [{ readonly id: string } & Partial<RunMarks>, RunSummary];
  'runs/duplicate': [{ readonly id: string }, RunSummary];
  /** Sets a run aside; it can be put back for some days. */
  'runs/delete': [{ readonly id: string }, null];
  'runs/restore': [{ readonly id: string }, null];
  /** Removes a run for good. */
  'runs/erase': [{ readonly id: string }, null];
  'runs/export': [{ readonly id: string }, ProducedFile];
  /** The run as a folder to train on with PyTorch elsewhere; `images` packs what it learns from, too. */
  'runs/continue': [{ readonly id: string; readonly images: boolean }, ContinueFolder];
  /** Runs that have not begun as a folder of jobs for PyTorch. */
  'runs/sweep': [SweepRequest, ContinueFolder];
  /**
   * Opens a run file, a zip of several (a sweep's results), or a model of another program with the files that belong to it, as
   * new saved runs. Where the files have several models the error lists them as `choices`, and `choice` names one.
   */
  'runs/import': [{ readonly files: readonly NamedFile[]; readonly choice?: string }, ImportedRuns];
  /** Ends the request with this number as soon as it can. */
  'request/abort': [{ readonly id: number }, null];
}

export type RequestKind = keyof Requests;
export type PayloadOf<K extends RequestKind> = Requests[K][0];
export type ReplyOf<K extends RequestKind> = Requests[K][1];

export type RequestMessage = {
  readonly [K in RequestKind]: { readonly kind: K; readonly id: number; readonly payload: PayloadOf<K> };
}[RequestKind];
