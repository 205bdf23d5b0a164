// What can go wrong with saved runs, each with its name. The wording of a single case stands where it is found.
import { GanvasError } from '../core/errors';

/** The file is something else than a saved run. */
export class ForeignFileError extends GanvasError {}

/** The file is a saved run, but bytes are missing or changed. */
export class DamagedRunError extends GanvasError {
  constructor(
    problem: string,
    hint = 'Use another copy of the file, or the run that it was exported from; nothing was changed.',
  ) {
    super(`The saved run is damaged: ${problem}.`, hint);
  }
}

/** The file asks for more memory than a run of this page ever needs. */
export class OversizedRunError extends GanvasError {
  constructor(problem: string) {
    super(
      `The run file is not read. ${problem}`,
      'Use a run file that this page exported; nothing was changed.',
    );
  }
}

/** The file was written by a later version of the page. */
export class NewerFormatError extends GanvasError {
  constructor(received: number, known: number) {
    super(
      `The run file has format version ${received}; this page reads up to version ${known}.`,
      'Reload the page to get its newest version, then open the run again.',
    );
  }
}

/** The run uses a data set, model, loss or setting that this version does not offer. */
export class RunSettingsError extends GanvasError {
  constructor(problem: string, way: string) {
    super(`The run was made with settings that this page does not have. ${problem}`, way);
  }
}

/** No run is saved under this id. */
export class UnknownRunError extends GanvasError {
  constructor(
    id: string,
    message = `No run with the id ${JSON.stringify(id)} is saved on this device.`,
    hint = 'Choose a run of the gallery.',
  ) {
    super(message, hint);
  }
}

/** The run was deleted, and is still kept for some days. */
export class DeletedRunError extends UnknownRunError {
  constructor(id: string) {
    super(
      id,
      `The run ${JSON.stringify(id)} was deleted on this device.`,
      'It can still be put back: Runs, Recently deleted.',
    );
  }
}

/** The device has no room for what should be saved; what was saved before is unchanged. */
export class StorageFullError extends GanvasError {}

/** Another tab trains or changes the same run. */
export class RunInUseError extends GanvasError {
  constructor(id: string) {
    super(
      `The run ${JSON.stringify(id)} is open in another tab.`,
      'Close it there, or duplicate the run and go on with the copy.',
    );
  }
}
