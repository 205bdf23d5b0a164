// The person's marks of a run as its files hold them; earlier files have none.
import { cleanNote, type RunMarks } from '../core/runMarks';
import { DamagedRunError } from './errors';
import type { JsonRecord } from './jsonFields';

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? 'nothing';

/** @throws DamagedRunError for what is neither */
export function readMarks({ note = '', starred = false }: JsonRecord): RunMarks {
  if (typeof note !== 'string') throw new DamagedRunError(`its note is ${shown(note)}, expected a text`);
  if (typeof starred !== 'boolean')
    throw new DamagedRunError(`its star is ${shown(starred)}, expected true or false`);
  return { note: cleanNote(note), starred };
}
