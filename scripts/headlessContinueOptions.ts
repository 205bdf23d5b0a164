// What `npm run headless -- continue` was asked for: reads and checks its command line. Runs nothing.
import { parseArgs } from 'node:util';
import { UsageError } from './headlessOptions';

export interface HeadlessContinueOptions {
  /** Path of a run file. */
  readonly run: string;
  readonly out: string;
  /** Folder of the pictures of a run that learns from a person's own. */
  readonly images: string | undefined;
  /** Whether what it learns from is packed, too. */
  readonly packsImages: boolean;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        images: { type: 'string' },
        'no-images': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when something is unknown or missing */
export function readContinueOptions(argv: readonly string[]): HeadlessContinueOptions {
  const { positionals, values } = parse(argv);
  const [run, ...rest] = positionals;
  if (run === undefined || rest.length > 0)
    throw new UsageError(`Give one run file; ${positionals.length} came: ${positionals.join(' ')}`);
  if (!values.out) throw new UsageError('Say where to write with --out DIR.');
  return { run, out: values.out, images: values.images, packsImages: !values['no-images'] };
}
