// The ways in which the CPU engine can fail, each with a name that reaches the page.
import { GanvasError } from '../../core/errors';

/** A helper thread died or stopped answering; results since then are void. */
export class EngineHelperLostError extends GanvasError {
  constructor(kernel: string) {
    super(
      `A helper thread of the CPU engine was lost while running ${kernel}.`,
      'Continue from the last checkpoint; choose one thread if it happens again.',
    );
  }
}

/** A kernel trapped: out-of-bounds access or an internal check. */
export class EngineTrapError extends GanvasError {
  constructor(
    readonly kernel: string,
    cause: string,
  ) {
    super(
      `The CPU engine stopped in ${kernel}: ${cause}.`,
      'Continue from the last checkpoint on another backend, and report this message.',
    );
  }
}

/** The engine's memory cannot hold what was asked for. */
export class EngineOutOfMemoryError extends GanvasError {
  constructor(
    readonly askedBytes: number,
    readonly usedBytes: number,
  ) {
    super(
      `The CPU engine cannot get ${askedBytes} more bytes; ${usedBytes} bytes are in use.`,
      'Use a smaller batch, smaller images or a narrower network.',
    );
  }
}

/** A compute module is not what this build of the page expects. */
export class EngineModuleError extends GanvasError {
  constructor(message: string) {
    super(message, 'Reload the page; if it stays, the installed build is incomplete.');
  }
}
