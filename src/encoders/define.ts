// What a feature network is: convolutions in blocks whose maps describe a picture, under the names of VGG (`conv3_1` is the first
// of the third block, after its rectifier). Adding one is a file and a line in index.ts. Networks that learn are no encoders.

/** Convolutions of 3 x 3 over maps of one size; between two blocks the sides are halved. */
export interface EncoderBlock {
  readonly convolutions: number;
  readonly filters: number;
}

export interface EncoderDefinition {
  /** Permanent: stands in links and run files. */
  readonly id: string;
  readonly label: string;
  /** One sentence: what it is good for and what not. */
  readonly help: string;
  readonly blocks: readonly EncoderBlock[];
  /**
   * What the first layer takes of a picture: RGB from -1 to 1, or BGR from 0 to 255 less the means of ImageNet, as Keras'
   * weights of VGG need.
   */
  readonly input: 'signed-rgb' | 'bgr-less-mean';
  /** Weights come with the page, are drawn at random, or come from the person's own file. */
  readonly origin: 'embedded' | 'random' | 'files';
}

export const defineEncoder = (definition: EncoderDefinition): EncoderDefinition => definition;
