// `npm start`: builds what is missing, serves the page and prints its address, as the package's command does. Options:
// --port N, --host NAME, --open.
import { ensurePage } from './ensureBuilt';
import { UsageError } from './commandLine';
import { readServeOptions } from './package/options';
import { serveUntilEnded } from './package/serve';
import { builtPage } from './servePage';

try {
  const options = readServeOptions(process.argv.slice(2));
  await ensurePage();
  await serveUntilEnded(builtPage, options);
  process.exit();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
}
