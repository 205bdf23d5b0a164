// What goes with an exported model: where it comes from, how it was trained, how small and how true it is. Once for
// people (Markdown), once for programs (JSON).
import { valueOf, type HistoryPoint } from '../core/history';
import type { ImportedFrom } from '../core/importedGenerator';
import { foldedWords } from '../core/network';
import { writeRunConfig, type RunConfig } from '../core/runConfig';
import type { ExportProof, GeneratorInput, LeavingPicture } from '../protocol';

export interface CardFacts {
  readonly name: string;
  readonly runName: string;
  readonly config: RunConfig;
  readonly model: { readonly label: string; readonly paper: string };
  readonly dataset: { readonly label: string; readonly source: string; readonly licence: string };
  readonly loss: { readonly label: string };
  readonly step: number;
  readonly trainedSeconds: number;
  readonly lastPoint: HistoryPoint | null;
  readonly format: string;
  readonly variant: string;
  /** The input in numbers; null where several generators share it. */
  readonly input: GeneratorInput | null;
  /** Of a network that takes a picture where noise would be. */
  readonly picture: LeavingPicture | null;
  /** What the numbers of the input are, in words, without a full stop. */
  readonly inputLayout: string;
  readonly files: readonly string[];
  /** Programs that read them, with versions. */
  readonly readBy: readonly string[];
  /** What was chosen beside format and variant. */
  readonly options: readonly { readonly label: string; readonly choice: string }[];
  /** What a person should know of the files, one sentence each. */
  readonly notes: readonly string[];
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  /** As `parameterTotal` counts. */
  readonly parameters: number;
  readonly foldedParameters: number;
  readonly multiplyAdds: number;
  readonly proof: ExportProof;
  /** Where the generator was opened from, for one that was not trained here. */
  readonly imported?: ImportedFrom;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

const table = (rows: readonly (readonly [string, string | number])[]): string =>
  ['| | |', '|---|---|', ...rows.map(([key, value]) => `| ${key} | ${value} |`)].join('\n');

function lastLosses({ lastPoint, input }: CardFacts): string {
  if (!lastPoint) return 'none yet';
  const { values } = lastPoint;
  const value = (series: string): string => short(valueOf(lastPoint, series));
  if (input?.names) return value('classifier');
  if ('gLoss' in values) return `generator ${value('gLoss')}, discriminator ${value('dLoss')}`;
  // Of other tasks each loss by its name.
  return Object.keys(values)
    .map((series) => `${series} ${value(series)}`)
    .join(', ');
}

/** What the files are of. */
function kindOf({ input, picture }: CardFacts): 'classifier' | 'translator' | 'generator' {
  if (input?.names) return 'classifier';
  return picture ? 'translator' : 'generator';
}

const WHAT_IT_IS = {
  classifier: 'A classifier that names pictures,',
  translator: 'A translator that makes pictures out of pictures,',
  generator: 'A generator that draws images from random numbers,',
} as const;

const PROVED_ON = {
  classifier: 'held-back pictures. Shares of the classes go from 0 to 1.',
  translator: 'fixed inputs. Pixel values go from -1 to 1.',
  generator: 'fixed latents. Pixel values go from -1 to 1.',
} as const;

const LIMITS = {
  classifier:
    'The model knows the kinds that it was taught and nothing else: it gives every picture one of their names, also one that shows none of them. Do not let it decide about people.',
  translator:
    'The model knows pictures like those it was taught with and nothing else: of others it makes something, too. Do not take what it makes for what a camera saw.',
  generator:
    'The model draws pictures like those it has seen and knows nothing else. Do not take its images for data about people or for handwriting that someone wrote.',
} as const;

/** How it was trained; nothing of one that came from a file, which does not say it. */
function trainingRows(facts: CardFacts) {
  const { imported, config, dataset, loss, step, trainedSeconds } = facts;
  if (imported) return [['Opened from', `${imported.fileName} (${imported.format})`]] as const;
  return [
    ['Trained on', dataset.label],
    ['Loss', facts.input?.names ? 'Cross-entropy' : loss.label],
    ['Steps', `${step} of batch ${config.batch}`],
    ['Training time', `${short(trainedSeconds)} s`],
    ['Seed', config.seed],
    ['Last losses', lastLosses(facts)],
  ] as const;
}

function parameterWords({ parameters, foldedParameters }: CardFacts): string {
  const folded = foldedWords(parameters, foldedParameters);
  return `${parameters.toLocaleString('en-GB')}${folded && `, ${folded}`}`;
}

const originOf = ({ imported }: CardFacts): string =>
  imported
    ? 'that was opened from a file of another program, which does not say how it was trained,'
    : 'trained in a browser with Ganvas';

const licenceOf = ({ imported, dataset }: CardFacts): string =>
  imported
    ? 'What it was trained on is not in its file; ask whoever made it which licence data and weights have.'
    : `${dataset.label}: ${dataset.source}. Licence of the data: ${dataset.licence}. The weights were made from these data; check that their licence allows what you plan.`;

/** Of a network that names pictures. */
function namingRows({ naming }: ExportProof): readonly (readonly [string, string])[] {
  if (!naming) return [];
  const share = (value: number): string => `${(100 * value).toFixed(1)} % of ${naming.images}`;
  return [
    ['Named rightly by the float model', share(naming.accuracyTrained)],
    ['Named rightly by the files', share(naming.accuracyWritten)],
    ['Named alike by both', share(naming.agreement)],
  ];
}

const outputWords = ({ input }: CardFacts): string =>
  input?.names
    ? `the shares of ${input.names.length} classes, in this order: ${input.names.join(', ')}`
    : 'one image, channels last, values from -1 (black) to 1 (white)';

/** `model-card.md`. */
export function modelCardText(facts: CardFacts): string {
  const { proof } = facts;
  const kind = kindOf(facts);
  const notes = [...(facts.imported?.notes ?? []), ...facts.notes];
  return `# ${facts.runName}

${WHAT_IT_IS[kind]} ${originOf(facts)} and exported as ${facts.format}, ${facts.variant}.

${table([
  ['Network', `${facts.model.label} (${facts.model.paper})`],
  ['Parameters', parameterWords(facts)],
  ['Multiply-adds per image', facts.multiplyAdds],
  ...trainingRows(facts),
])}

## Files

${facts.files.map((file) => `- \`${file}\``).join('\n')}

Read by:

${facts.readBy.map((reader) => `- ${reader}`).join('\n')}

${facts.options.map(({ label, choice }) => `${label}: ${choice}.\n\n`).join('')}${notes.map((note) => `${note}\n\n`).join('')}${table(
    [
      ['Size', `${facts.sizeBytes} bytes`],
      ['Size gzipped', `${facts.gzipBytes} bytes`],
    ],
  )}

## Proof

After writing, the files were read back and run by ${proof.runtime} on ${proof.images} ${PROVED_ON[kind]}

${table([
  ['Mean difference from the float model', short(proof.meanDifference)],
  ['Largest difference', short(proof.maxDifference)],
  ['Mean difference allowed', proof.meanBound],
  ...namingRows(proof),
])}

## Input and output

Input: ${facts.inputLayout}. Output: ${outputWords(facts)}.

## Data and licence

${licenceOf(facts)} Code that Ganvas wrote into these files is MIT-licensed.

## Limits

${LIMITS[kind]}
`;
}

/** `model-card.json`; of a generator from a file without what is not known of its training. */
export function modelCardJson(facts: CardFacts): string {
  const { config, dataset, loss, step, trainedSeconds, lastPoint, ...rest } = facts;
  const training = { config: writeRunConfig(config), dataset, loss, step, trainedSeconds, lastPoint };
  return JSON.stringify(
    { schema: 'ganvas-model-card', version: 1, ...rest, ...(facts.imported ? {} : training) },
    null,
    1,
  );
}
