// What can be chosen: data sets, models, losses, metrics and formats as data, from which the page builds its forms.
import type { FileReader } from '../core/fileReaders';
import type { PictureColours } from '../core/lightModel';
import type { ChoiceParam, ParamSpec, ParamValues } from '../core/paramSpec';
import type { TaskFacts } from '../core/taskFacts';
import type { RunSettings } from '../core/runParams';

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
  /**
   * Of a data set of two domains, A and B: whether image i of A belongs to image i of B while training (`aligned`). To other
   * tasks it is one set whose classes are A and B.
   */
  readonly pairs?: 'aligned' | 'unaligned';
  /** `embedded` needs nothing, `download` may fetch, `files` needs the person's own files. */
  readonly origin: 'embedded' | 'download' | 'files';
  /** File names or patterns that it accepts from a picker or by drag and drop, for example `.idx3-ubyte.gz`. */
  readonly accepts: readonly string[];
  /** What is given one by one: the folder that its files are named into, and for people. */
  readonly slots?: readonly { readonly folder: string; readonly label: string }[];
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
  /** Whether it can begin with small images and grow. */
  readonly grows?: boolean;
  /** The images' sides must be multiples of this; 1 when absent. */
  readonly sideMultiple?: number;
  /** For which pictures it is the light model, chosen by measurement; absent where for none. */
  readonly lightFor?: PictureColours;
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
  /** How many penalties on that slope it adds, each with passes of its own; 1 when absent. */
  readonly penalties?: number;
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
    readonly readBy: readonly FileReader[];
    /** What a person should know before it is written, a sentence. */
    readonly caution?: string;
  }[];
  /** What else can be chosen. */
  readonly options?: readonly ChoiceParam[];
}

export interface Catalogue {
  readonly datasets: readonly DatasetEntry[];
  readonly models: readonly ModelEntry[];
  readonly losses: readonly LossEntry[];
  readonly metrics: readonly MetricEntry[];
  readonly modelExporters: readonly ModelExporterEntry[];
  readonly tasks: readonly TaskFacts[];
}
