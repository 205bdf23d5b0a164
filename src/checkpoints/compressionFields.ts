// How a run was made smaller, in its header, read back field by field. Runs that were not have nothing there.
import type { CompressionRecord, TrainedRanges, ValueRange } from '../core/compressionRecord';
import { DamagedRunError } from './errors';
import {
  asRecord,
  readCount,
  readCounts,
  readList,
  readRecord,
  readTexts,
  type JsonRecord,
} from './jsonFields';

function readFinite(record: JsonRecord, key: string): number {
  const value = record[key];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new DamagedRunError(`${key} is ${JSON.stringify(value) ?? 'missing'}, expected a number`);
}

const readRange = (record: JsonRecord): ValueRange => ({
  min: readFinite(record, 'min'),
  max: readFinite(record, 'max'),
});

function readRanges(record: JsonRecord): TrainedRanges {
  return {
    step: readCount(record, 'step'),
    weightBits: readCount(record, 'weightBits') === 4 ? 4 : 8,
    input: readRange(readRecord(record, 'input')),
    nodes: readList(record, 'nodes').map((node, i) => readRange(asRecord(node, `nodes[${i}]`))),
  };
}

/** @throws DamagedRunError naming the field that is not what it should be */
export function readCompression(header: JsonRecord): CompressionRecord | undefined {
  if (header.compression === undefined) return undefined;
  const record = readRecord(header, 'compression');
  return {
    widths: record.widths === null ? null : readCounts(record, 'widths'),
    keepsZeros: record.keepsZeros === true,
    ranges: record.ranges === null ? null : readRanges(readRecord(record, 'ranges')),
    notes: readTexts(record, 'notes'),
  };
}
