// The run file: a zip with run.json (everything in words and numbers), tensors.bin, history.bin and timeline.bin.
// Equal snapshots give equal bytes. The files' layouts stand beside this one; where files are kept is the store's work.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { DamagedZipError, ForeignZipError, UnreadableEntryError } from '../archives/errors';
import { readZip, type ZipEntry } from '../archives/zipBytes';
import { crc32 } from '../core/crc32';
import { GanvasError, InvalidValueError, toWireError } from '../core/errors';
import {
  BACKEND_CHOICES,
  readSavedConfig,
  writeRunConfig,
  type ConfigVocabulary,
  type RunConfig,
} from '../core/runConfig';
import type { BackendId, RunRecord } from '../protocol';
import { checkAmount, checkStep, checkTime, checkUpdates, MOST_HEADER_BYTES, UnpackBudget } from './budgets';
import { DamagedRunError, ForeignFileError, NewerFormatError, RunSettingsError } from './errors';
import { readCompression } from './compressionFields';
import { historyColumns, readHistory, writeHistory } from './historyColumns';
import {
  parseJsonRecord,
  readAmount,
  readCount,
  readList,
  readRecord,
  readString,
  type JsonRecord,
} from './jsonFields';
import { readImported } from './importedNetwork';
import { readMeasures } from './measureList';
import { checkRunId, shownRunName } from './runId';
import type { RunSnapshot } from './snapshot';
import { readMarks } from './runMarks';
import { readTensors, writeTensors } from './tensorTable';
import { readTimeline, writeTimeline } from './timelineFrames';

const FORMAT = 'ganvas-run';
const VERSION = 1;
const HEADER = 'run.json';
const FIXED_TIME = new Date(1980, 0, 1); // the first moment that a zip can name

function checkNumbers(snapshot: RunSnapshot): void {
  const { step, seconds, createdAt, savedAt, updates } = snapshot;
  const numbers = { step, seconds, createdAt, savedAt, ...updates };
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isFinite(value) || value < 0) {
      throw new InvalidValueError(
        `The run cannot be saved: ${name} is ${value}.`,
        'Report this; the last checkpoint is kept.',
      );
    }
  }
}

/** What a run file says of its run in words and numbers, beside its parts. */
export const runFacts = (run: RunSnapshot) => ({
  id: run.id,
  name: run.name,
  parent: run.parent,
  createdAt: run.createdAt,
  savedAt: run.savedAt,
  step: run.step,
  seconds: run.seconds,
  updates: run.updates,
  config: writeRunConfig(run.config),
  numbers: run.numbers,
  measures: run.measures,
  backend: run.backend,
  compression: run.compression,
  imported: run.imported,
  note: run.note === '' ? undefined : run.note,
  starred: run.starred || undefined,
});

/**
 * A run as the bytes of a run file (a zip). Tensors and frames are stored, history is compressed.
 * @throws InvalidValueError when the snapshot contradicts itself, before a byte is written
 */
export function encodeSnapshot(snapshot: RunSnapshot): Uint8Array<ArrayBuffer> {
  checkNumbers(snapshot);
  checkRunId(snapshot.id);
  const tensors = writeTensors(snapshot.tensors);
  const timeline = writeTimeline(snapshot.timeline);
  const parts = {
    'tensors.bin': tensors.bytes,
    'history.bin': writeHistory(snapshot.history),
    'timeline.bin': timeline.bytes,
  };
  const header = {
    format: FORMAT,
    version: VERSION,
    ...runFacts(snapshot),
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, bytes]) => [part, { bytes: bytes.length, crc32: crc32(bytes) }]),
    ),
    tensors: tensors.index,
    history: { points: snapshot.history.length, columns: historyColumns(snapshot.history) },
    timeline: timeline.index,
  };
  const files: Zippable = {
    [HEADER]: [strToU8(JSON.stringify(header, null, 1)), { level: 6 }],
    'tensors.bin': [parts['tensors.bin'], { level: 0 }],
    'history.bin': [parts['history.bin'], { level: 1 }],
    'timeline.bin': [parts['timeline.bin'], { level: 0 }],
  };
  return zipSync(files, { mtime: FIXED_TIME });
}

/** The header's place in the zip; a run that was unpacked and packed again may lie in a folder. */
function findHeader(entries: readonly ZipEntry[]): ZipEntry {
  const headers = entries.filter(({ name }) => /^([^/]+\/)?run\.json$/.test(name));
  if (headers.length === 1) return headers[0];
  const names = entries.map(({ name }) => name);
  throw new ForeignFileError(
    `The zip is no saved run: it holds ${
      names
        .slice(0, 4)
        .map((name) => name.slice(0, 80))
        .join(', ') || 'nothing'
    }${names.length > 4 ? ', ...' : ''}` + ` and ${headers.length === 0 ? 'no' : 'more than one'} ${HEADER}.`,
    'Choose a run file that this page exported.',
  );
}

function checkVersion(header: JsonRecord): void {
  if (header.format !== FORMAT) {
    throw new ForeignFileError(
      `The zip's ${HEADER} has the format ${JSON.stringify(header.format) ?? 'nothing'}, expected "${FORMAT}".`,
      'Choose a run file that this page exported.',
    );
  }
  const version = readCount(header, 'version');
  if (version > VERSION) throw new NewerFormatError(version, VERSION);
  if (version !== VERSION) throw new DamagedRunError(`its format version is ${version}`);
}

function readConfig(header: JsonRecord, vocabulary: ConfigVocabulary): RunConfig {
  try {
    return readSavedConfig(readRecord(header, 'config'), vocabulary);
  } catch (error) {
    if (error instanceof InvalidValueError) throw new RunSettingsError(error.message, error.hint);
    throw error;
  }
}

function partReader(entries: readonly ZipEntry[], folder: string, header: JsonRecord, budget: UnpackBudget) {
  const parts = readRecord(header, 'parts');
  return (name: string): Uint8Array => {
    const facts = readRecord(parts, name);
    const entry = entries.find((candidate) => candidate.name === folder + name);
    if (!entry) throw new DamagedRunError(`${name} is missing`);
    const length = readCount(facts, 'bytes');
    if (entry.sizeBytes !== length)
      throw new DamagedRunError(`${name} has ${entry.sizeBytes} bytes, not ${length}`);
    budget.take(length, name);
    const bytes = entry.read();
    if (bytes.length !== length || crc32(bytes) !== readCount(facts, 'crc32')) {
      throw new DamagedRunError(`${name} belongs to another run or checkpoint`);
    }
    return bytes;
  };
}

/** Reads with the errors of a run file, and no others. */
function decoded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedZipError) throw new DamagedRunError(error.problem);
    if (error instanceof ForeignZipError || error instanceof UnreadableEntryError)
      throw new ForeignFileError(
        error.message,
        'Choose a run file that this page exported (its name ends in .zip).',
      );
    if (error instanceof GanvasError) throw error;
    throw new DamagedRunError(toWireError(error).message); // e.g. no memory for its sizes
  }
}

/**
 * Reads a run file back, bit for bit.
 * @throws ForeignFileError, DamagedRunError, OversizedRunError, NewerFormatError, RunSettingsError; nothing else
 */
export const decodeSnapshot = (bytes: Uint8Array, vocabulary: ConfigVocabulary): RunSnapshot =>
  decoded(() => readSnapshot(bytes, vocabulary));

/**
 * Reads what a run did out of its file, and leaves its tensors packed.
 * @throws what `decodeSnapshot` does
 */
export const decodeRecord = (bytes: Uint8Array, vocabulary: ConfigVocabulary): RunRecord =>
  decoded(() => {
    const file = openRunFile(bytes);
    const { header } = file;
    return {
      id: checkRunId(readString(header, 'id')),
      name: readName(header),
      config: readConfig(header, vocabulary),
      step: checkStep(readCount(header, 'step')),
      seconds: readAmount(header, 'seconds'),
      ...readMarks(header),
      ...readReport(file),
    };
  });

function readUpdates(header: JsonRecord): Readonly<Record<string, number>> {
  const updates = readRecord(header, 'updates');
  return Object.fromEntries(
    Object.keys(updates).map((network) => [
      network,
      checkUpdates(readCount(updates, network), `updates of ${network.slice(0, 80)}`),
    ]),
  );
}

function readNumbers(header: JsonRecord): Readonly<Record<string, readonly number[]>> {
  const numbers = readRecord(header, 'numbers');
  return Object.fromEntries(
    Object.keys(numbers).map((name) => {
      const list = readList(numbers, name);
      const read = list.filter((value) => typeof value === 'number').filter(Number.isFinite);
      if (read.length === list.length) return [name, read];
      throw new DamagedRunError(`${name} is ${JSON.stringify(list).slice(0, 60)}, expected finite numbers`);
    }),
  );
}

function readBackend(header: JsonRecord): BackendId {
  const name = readString(header, 'backend');
  const found = BACKEND_CHOICES.find((choice) => choice === name);
  if (found && found !== 'auto') return found;
  throw new DamagedRunError(`its backend is ${JSON.stringify(name)}`);
}

/** A name is shown wherever runs are; one that is too long or cannot be shown is cut, not refused. */
const readName = ({ name }: JsonRecord): string => {
  if (typeof name === 'string') return shownRunName(name);
  throw new DamagedRunError(
    `its name is ${JSON.stringify(name)?.slice(0, 60) ?? 'missing'}, expected a text`,
  );
};

interface RunFile {
  readonly header: JsonRecord;
  readonly part: (name: string) => Uint8Array;
  readonly budget: UnpackBudget;
}

function openRunFile(bytes: Uint8Array): RunFile {
  const entries = readZip(bytes);
  const headerEntry = findHeader(entries);
  checkAmount(headerEntry.sizeBytes, MOST_HEADER_BYTES, `bytes in ${HEADER}`);
  const header = parseJsonRecord(headerEntry.read(), HEADER);
  checkVersion(header);
  const budget = new UnpackBudget(bytes.length);
  const part = partReader(entries, headerEntry.name.slice(0, -HEADER.length), header, budget);
  return { header, part, budget };
}

/** What the steps brought. */
function readReport({ header, part, budget }: RunFile): Pick<RunRecord, 'history' | 'timeline' | 'measures'> {
  const history = readRecord(header, 'history');
  return {
    history: readHistory(readCount(history, 'points'), readList(history, 'columns'), () =>
      part('history.bin'),
    ),
    timeline: readTimeline(readList(header, 'timeline'), part('timeline.bin'), budget),
    measures: readMeasures(header),
  };
}

function readSnapshot(bytes: Uint8Array, vocabulary: ConfigVocabulary): RunSnapshot {
  const file = openRunFile(bytes);
  const { header, part } = file;
  const compression = readCompression(header);
  const tensors = readTensors(readList(header, 'tensors'), () => part('tensors.bin'));
  const imported = readImported(header, tensors);
  const { note, starred } = readMarks(header);
  return {
    id: checkRunId(readString(header, 'id')),
    name: readName(header),
    createdAt: checkTime(readAmount(header, 'createdAt'), 'createdAt'),
    savedAt: checkTime(readAmount(header, 'savedAt'), 'savedAt'),
    parent: header.parent === null ? null : checkRunId(readString(header, 'parent')),
    config: readConfig(header, vocabulary),
    step: checkStep(readCount(header, 'step')),
    seconds: readAmount(header, 'seconds'),
    updates: readUpdates(header),
    tensors,
    ...(header.numbers !== undefined && { numbers: readNumbers(header) }),
    ...readReport(file),
    ...(header.backend !== undefined && { backend: readBackend(header) }),
    ...(compression && { compression }),
    ...(imported && { imported }),
    ...(note !== '' && { note }),
    ...(starred && { starred }),
  };
}
