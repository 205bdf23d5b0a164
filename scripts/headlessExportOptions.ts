// What `npm run headless -- export` was asked for: reads and checks its command line. Which formats there are, and what they
// can hold, the exporters say. Runs nothing.
import { parseArgs } from 'node:util';
import { UsageError } from './headlessOptions';

export interface HeadlessExportOptions {
  /** Path of a run file. */
  readonly run: string;
  /** Id of a format: `tflite`. */
  readonly format: string;
  /** Of a run from which several networks leave; undefined takes the first. */
  readonly network: string | undefined;
  /** Undefined takes the format's first. */
  readonly variant: string | undefined;
  readonly calibration: 'min-max' | 'percentile';
  /** Of the format, by their ids, as they were typed. */
  readonly options: Readonly<Record<string, string>>;
  readonly out: string;
}

const CALIBRATIONS = ['min-max', 'percentile'] as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        variant: { type: 'string' },
        network: { type: 'string' },
        calibration: { type: 'string', default: 'min-max' },
        option: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when something is unknown or missing */
export function readExportOptions(argv: readonly string[]): HeadlessExportOptions {
  const { positionals, values } = parse(argv);
  const [run, ...rest] = positionals;
  if (run === undefined || rest.length > 0)
    throw new UsageError(`Give one run file; ${positionals.length} came: ${positionals.join(' ')}`);
  const { format, variant, network, out } = values;
  if (!format) throw new UsageError('Say in which format with --format, for example --format tflite.');
  if (!out) throw new UsageError('Say where to write with --out DIR.');
  const calibration = CALIBRATIONS.find((known) => known === values.calibration);
  if (!calibration)
    throw new UsageError(`--calibration is ${values.calibration}; give ${CALIBRATIONS.join(' or ')}.`);
  const options = values.option.map((pair) => {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (!pair.includes('=') || name === '')
      throw new UsageError(`--option is ${pair}; write --option name=value.`);
    return [name, value] as const;
  });
  return { run, format, variant, network, calibration, options: Object.fromEntries(options), out };
}
