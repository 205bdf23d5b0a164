// The small record beside each run file, so that a gallery is listed without reading whole runs. It holds nothing that
// the run file does not hold: a lost, damaged or outdated record is made again from the run.
import { strToU8, zipSync } from 'fflate';
import { readZip } from '../archives/zipBytes';
import type { ImageBatch } from '../core/history';
import { readSavedConfig, writeRunConfig, type ConfigVocabulary } from '../core/runConfig';
import type { RunSummary } from '../protocol';
import { DamagedRunError } from './errors';
import {
  parseJsonRecord,
  readTexts,
  readAmount,
  readCount,
  readRecord,
  readString,
  type JsonRecord,
} from './jsonFields';
import { shownRunName } from './runId';
import { readMarks } from './runMarks';
import type { RunSnapshot } from './snapshot';

const THUMBNAIL_IMAGES = 16;
const FIXED_TIME = new Date(1980, 0, 1);

function thumbnailOf(snapshot: RunSnapshot): ImageBatch | null {
  const last = snapshot.timeline.at(-1)?.images;
  if (!last) return null;
  const count = Math.min(last.count, THUMBNAIL_IMAGES);
  return { ...last, count, pixels: last.pixels.slice(0, count * last.height * last.width * last.channels) };
}

/** A run as the gallery shows it; `sizeBytes` is the size of its run file. */
export function summarize(snapshot: RunSnapshot, sizeBytes: number): RunSummary {
  const { id, name, parent, config, step, seconds, createdAt, savedAt } = snapshot;
  return {
    id,
    name,
    parent,
    note: snapshot.note ?? '',
    starred: snapshot.starred ?? false,
    compression: snapshot.compression?.notes ?? [],
    config,
    step,
    seconds,
    createdAt,
    savedAt,
    sizeBytes,
    thumbnail: thumbnailOf(snapshot),
  };
}

export function encodeSummary(summary: RunSummary): Uint8Array<ArrayBuffer> {
  const { thumbnail, config, ...plain } = summary;
  const measures = thumbnail && {
    count: thumbnail.count,
    height: thumbnail.height,
    width: thumbnail.width,
    channels: thumbnail.channels,
  };
  const facts = { ...plain, config: writeRunConfig(config), thumbnail: measures };
  return zipSync(
    {
      'summary.json': strToU8(JSON.stringify(facts)),
      'thumbnail.bin': thumbnail?.pixels ?? new Uint8Array(),
    },
    { level: 0, mtime: FIXED_TIME },
  );
}

function readThumbnail(facts: JsonRecord, pixels: Uint8Array): ImageBatch | null {
  if (facts.thumbnail === null) return null;
  const record = readRecord(facts, 'thumbnail');
  const thumbnail = {
    count: readCount(record, 'count'),
    height: readCount(record, 'height'),
    width: readCount(record, 'width'),
    channels: readCount(record, 'channels'),
    pixels: pixels.slice(),
  };
  const { count, height, width, channels } = thumbnail;
  if (count * height * width * channels !== pixels.length)
    throw new DamagedRunError('its thumbnail is cut off');
  return thumbnail;
}

/** @throws any GanvasError when the record cannot be used */
export function decodeSummary(bytes: Uint8Array, vocabulary: ConfigVocabulary): RunSummary {
  const entries = new Map(readZip(bytes).map((entry) => [entry.name, entry]));
  const json = entries.get('summary.json');
  const pixels = entries.get('thumbnail.bin');
  if (!json || !pixels) throw new DamagedRunError('its gallery record is incomplete');
  const facts = parseJsonRecord(json.read(), 'summary.json');
  return {
    id: readString(facts, 'id'),
    name: shownRunName(readString(facts, 'name')),
    parent: facts.parent === null ? null : readString(facts, 'parent'),
    ...readMarks(facts),
    compression: readTexts(facts, 'compression'),
    config: readSavedConfig(readRecord(facts, 'config'), vocabulary),
    step: readCount(facts, 'step'),
    seconds: readAmount(facts, 'seconds'),
    createdAt: readAmount(facts, 'createdAt'),
    savedAt: readAmount(facts, 'savedAt'),
    sizeBytes: readCount(facts, 'sizeBytes'),
    thumbnail: readThumbnail(facts, pixels.read()),
  };
}
