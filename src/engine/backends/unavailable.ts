import { GanvasError } from '../../core/errors';

/** A backend cannot run here; the message is the reason. */
export class BackendUnavailableError extends GanvasError {
  constructor(reason: string) {
    super(reason, 'Choose another backend, or leave the choice to the page.');
  }
}
