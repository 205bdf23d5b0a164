// What `npm run headless -- export` was asked for: reads and checks its command line. Which formats there are, and what they
// can hold, the exporters say. Runs nothing.
import { onlyWord, readChoice, readCommandLine, readOut, UsageError } from './commandLine';

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

/** @throws UsageError when something is unknown or missing */
export function readExportOptions(argv: readonly string[]): HeadlessExportOptions {
  const { positionals, values } = readCommandLine(argv, {
    format: { type: 'string' },
    variant: { type: 'string' },
    network: { type: 'string' },
    calibration: { type: 'string', default: CALIBRATIONS[0] },
    option: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
  });
  const run = onlyWord(positionals, 'run file');
  const { format, variant, network } = values;
  if (!format) throw new UsageError('Say in which format with --format, for example --format tflite.');
  const out = readOut(values.out);
  const calibration = readChoice('--calibration', values.calibration, CALIBRATIONS);
  const options = values.option.map((pair) => {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (!pair.includes('=') || name === '')
      throw new UsageError(`--option is ${pair}; write --option name=value.`);
    return [name, value] as const;
  });
  return { run, format, variant, network, calibration, options: Object.fromEntries(options), out };
}
