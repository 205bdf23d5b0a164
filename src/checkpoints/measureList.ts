// The measurements of a run in its header, read back field by field. Runs saved before there were any have none.
import type { MeasurePoint, NetworkNorms } from '../core/measures';
import { checkAmount, checkStep, MOST_MEASURES } from './budgets';
import {
  asRecord,
  readAmount,
  readCount,
  readCounts,
  readList,
  readRecord,
  readString,
  type JsonRecord,
} from './jsonFields';

function readNumbers(record: JsonRecord, key: string): Readonly<Record<string, number>> {
  const fields = readRecord(record, key);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, readAmount(fields, name)]));
}

/** Norms that were no numbers stand as null in JSON. */
function readNorms(record: JsonRecord, key: string): NetworkNorms {
  const fields = readRecord(record, key);
  const norm = (name: string) => (fields[name] === null ? NaN : readAmount(fields, name));
  return { gradient: norm('gradient'), weights: norm('weights') };
}

function readMeasure(value: unknown, i: number): MeasurePoint {
  const record = asRecord(value, `measures[${i}]`);
  const names = readList(record, 'classNames');
  return {
    step: checkStep(readCount(record, 'step'), `the step of measures[${i}]`),
    seconds: readAmount(record, 'seconds'),
    samples: readCount(record, 'samples'),
    evaluator: readString(record, 'evaluator'),
    values: readNumbers(record, 'values'),
    floors: readNumbers(record, 'floors'),
    floorSamples: readCount(record, 'floorSamples'),
    classNames: names.map((name, k) => readString({ [`classNames[${k}]`]: name }, `classNames[${k}]`)),
    classCounts: readCounts(record, 'classCounts'),
    generator: readNorms(record, 'generator'),
    discriminator: readNorms(record, 'discriminator'),
  };
}

function bounded(list: readonly unknown[]): readonly unknown[] {
  checkAmount(list.length, MOST_MEASURES, 'measurements');
  return list;
}

/** @throws DamagedRunError naming the field that is not what it should be */
export const readMeasures = (header: JsonRecord): readonly MeasurePoint[] =>
  header.measures === undefined ? [] : bounded(readList(header, 'measures')).map(readMeasure);
