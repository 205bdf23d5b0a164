// Models that leave the page or are made smaller, with the proof of each.
import type { ImageBatch } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import type { PictureShape, Preparation } from '../core/pictureFit';
import type { ParamValues } from '../core/paramSpec';
import type { RunSummary } from './runs';
import type { ProducedFile } from './samples';

/** How activations are given a range: by their extremes, or without the rarest ones. */
export type CalibrationRule = 'min-max' | 'percentile';

/** In pixels. */
export interface PictureSides {
  readonly height: number;
  readonly width: number;
}

export interface ModelExportRequest {
  readonly exporter: string;
  readonly variant: string;
  readonly calibration: CalibrationRule;
  /** Which network, of a run from which several leave; the first when absent. */
  readonly network?: string;
  /** Of a network that takes pictures: sides of those that the files take; those that it learned when absent. */
  readonly sides?: PictureSides;
  /** By id of the format's options; those that are absent take their defaults. */
  readonly options?: ParamValues;
  /** What a web page calls what is in it, in the language of whoever exports it; the run's name when absent. */
  readonly title?: string;
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
  /** Of a network that names pictures. */
  readonly naming?: NamingProof;
}

/** How far the weights of one layer moved when they were made smaller. */
export interface LayerError {
  readonly name: string;
  readonly kind: string;
  readonly output: readonly number[];
  readonly parameters: number;
  /** Root mean square of the weights' error, relative to that of the weights; null where nothing was rounded. */
  readonly weightError: number | null;
  /**
   * Root mean square of the error of what the layer puts out, relative to that of the output, as far as the curve behind
   * it tells values apart; null where not measured.
   */
  readonly outputError: number | null;
  /** Of its weights as they are written; null for layers without. */
  readonly histogram: WeightHistogram | null;
}

/** How a generator's input is put together: numbers of noise, then one of `classes` (0 for none). */
export interface GeneratorInput {
  readonly latent: number;
  readonly classes: number;
  /** Of a network that names pictures: the classes whose shares it gives, in order; its noise is then a picture. */
  readonly names?: readonly string[];
}

/** How rightly files name held-back pictures, beside the network that was trained; shares 0..1. */
export interface NamingProof {
  readonly images: number;
  readonly accuracyTrained: number;
  readonly accuracyWritten: number;
  /** Pictures that both name alike. */
  readonly agreement: number;
}

/** The picture that a network takes where noise would be, and what becomes of it before. */
export interface LeavingPicture {
  /** [height, width, channels] of the pictures that are given. */
  readonly shape: PictureShape;
  readonly preparation?: Preparation;
}

export interface ExportedModel {
  /** Null where several generators share one input. */
  readonly input: GeneratorInput | null;
  /** Null of what draws from noise. */
  readonly picture: LeavingPicture | null;
  /** SHA-256 of `file`, 64 hexadecimal digits; null where there is none. */
  readonly fileSha256: string | null;
  /** The file by itself, or null where the format has several. */
  readonly file: ProducedFile | null;
  /** All files with the model card, in a zip. */
  readonly withCard: ProducedFile;
  readonly fileNames: readonly string[];
  /** What a person should know of the files, one sentence each; the card says it too. */
  readonly notes: readonly string[];
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  readonly float32Bytes: number;
  readonly proof: ExportProof;
  readonly layers: readonly LayerError[];
  /** Images of the same latents: as trained, and as the files draw them; null where names leave and no images. */
  readonly trained: ImageBatch | null;
  readonly drawn: ImageBatch | null;
}

/** A task that makes a run out of the open one, with its parameters; those that are absent take their defaults. */
export interface MakeRequest {
  readonly task: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a generator costs. */
export interface GeneratorCost {
  /** As `parameterTotal` counts. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Share of the kernels' weights that are zero, 0..1. */
  readonly zeroShare: number;
}

/** What a task made of a run. */
export interface MadeRun {
  /** The new saved run; the one that it was made from stays as it is. */
  readonly run: RunSummary;
  readonly before: GeneratorCost;
  readonly after: GeneratorCost;
  /** Mean distance from what that one draws, at the first step and at the last, values -1..1; 0 where no step was taken. */
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

/** A summand of a loss, before its weight. */
export interface LossPart {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

/** What a generator draws, to be looked at. */
export interface VariantPictures {
  /** What is turned into what; empty where a run has one generator, which draws from noise. */
  readonly label: string;
  /** Pictures that it was given; null for one that draws from noise. */
  readonly given: ImageBatch | null;
  readonly drawn: ImageBatch;
  /** What the network of the other direction makes of `drawn`, in the same precision; null where a run has none. */
  readonly back: ImageBatch | null;
}

/** The generators of a run in one precision, tried in the page. */
export interface VariantReport {
  /** Loss of the generators as the base run's discriminators judge them; of translators on held-back pictures, weighted. */
  readonly generatorLoss: number;
  /** What it is the sum of; empty for generators that draw from noise. */
  readonly losses: readonly LossPart[];
  /** Pictures that it is the mean of. */
  readonly judged: number;
  /** Metric by id, with the samples and floors behind it; null of translators. */
  readonly measures: MeasurePoint | null;
  /** As `parameterTotal` counts. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly zeroShare: number;
  /** Of the .tflite files, one for each generator; null where one cannot be written as such. */
  readonly sizeBytes: number | null;
  readonly gzipBytes: number | null;
  /** One image at a time, by LiteRT on one thread here; null where it could not be run. */
  readonly millisecondsPerImage: number | null;
  /** Of each generator: images of the first fixed latents, or of the first held-back pictures. */
  readonly pictures: readonly VariantPictures[];
  readonly layers: readonly LayerError[];
}
