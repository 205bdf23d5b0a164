// Results that were written down once, as files beside the tests: `RECORD=1` in front of the test's command writes down
// what is missing and changes nothing that is there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const isRecording = process.env.RECORD === '1';

function missing(what: string): Error {
  return new Error(
    `${what} was never recorded: run this test once with RECORD=1, at a commit that is known to be right.`,
  );
}

/** A file of bytes, made when it is to be recorded and is not there. */
export async function recordedBytes(
  url: URL,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!existsSync(url)) {
    if (!isRecording) throw missing(url.pathname);
    writeFileSync(url, await make());
  }
  return Uint8Array.from(readFileSync(url));
}

/** What stands under `key` in a JSON file; `found` takes its place when it is to be recorded and is not there. */
export async function recordedValue(
  url: URL,
  key: string,
  found: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const all = existsSync(url) ? asRecord(JSON.parse(readFileSync(url, 'utf8')), url.pathname) : {};
  if (Object.hasOwn(all, key)) return asRecord(all[key], key);
  if (!isRecording) throw missing(`${key} in ${url.pathname}`);
  const json = JSON.stringify({ ...all, [key]: found });
  writeFileSync(url, await format(json, { parser: 'json', printWidth: 110 }));
  return found;
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${what} holds no record.`);
  return Object.fromEntries(Object.entries(value));
}
