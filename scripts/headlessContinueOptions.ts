// What `npm run headless -- continue` was asked for: reads and checks its command line. Runs nothing.
import { onlyWord, readCommandLine, readOut } from './commandLine';

export interface HeadlessContinueOptions {
  /** Path of a run file. */
  readonly run: string;
  readonly out: string;
  /** Folder of the pictures of a run that learns from a person's own. */
  readonly images: string | undefined;
  /** Whether what it learns from is packed, too. */
  readonly packsImages: boolean;
}

/** @throws UsageError when something is unknown or missing */
export function readContinueOptions(argv: readonly string[]): HeadlessContinueOptions {
  const { positionals, values } = readCommandLine(argv, {
    images: { type: 'string' },
    'no-images': { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  const run = onlyWord(positionals, 'run file');
  return { run, out: readOut(values.out), images: values.images, packsImages: !values['no-images'] };
}
