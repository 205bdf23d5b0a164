// What a person changed of a run that trains, checked before it is taken: parameters of the task must be live and in range.
import { InvalidValueError } from '../core/errors';
import { readParam, type ParamValue } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { tasks } from '../tasks';
import { byId } from './catalogue';

/** @throws InvalidValueError for a parameter of the task that there is not, is out of range, or cannot change in a run */
export function liveChanges(running: RunConfig, changes: LiveSettings): LiveSettings {
  if (!changes.taskParams) return changes;
  const { params, label } = byId(tasks, running.task);
  const taskParams: Record<string, ParamValue> = {};
  for (const [id, raw] of Object.entries(changes.taskParams)) {
    if (raw === running.taskParams[id]) continue;
    const spec = params.find((param) => param.id === id);
    if (!spec?.live) {
      throw new InvalidValueError(
        `${spec?.label ?? JSON.stringify(id)} of “${label}” cannot change while it runs.`,
        'Start a new run with it.',
      );
    }
    const reading = readParam(spec, raw);
    if (!reading.ok) throw new InvalidValueError(reading.problem, 'Correct the value.');
    taskParams[id] = reading.value;
  }
  return { ...changes, taskParams };
}
