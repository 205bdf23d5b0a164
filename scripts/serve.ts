// `npm start`: builds what is missing, serves the page and prints its address. Options: --port N, --host NAME.
import { parseArgs } from 'node:util';
import { servePage } from './servePage';

const DEFAULT_PORT = 4173;
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '' },
  },
});
const port = values.port === '' ? DEFAULT_PORT : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port is ${values.port}; give a whole number from 0 (any free port) to 65535.`);
  process.exit(2);
}

try {
  const server = await servePage({ host: values.host, port, strictPort: values.port !== '' });
  console.log(`Ganvas is served at ${server.url}  (Ctrl+C ends it)`);
  if (!LOOPBACK.includes(values.host)) {
    console.log(
      'Browsers give threads to pages of other machines only over HTTPS; over HTTP they train on one.',
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
