// What must be opened again after a worker is gone: the engine, the run, and whether it was training.
// It only listens; the client decides.
import type { PayloadOf, ReplyOf, RequestKind, RequestMessage, WorkerEvent } from '../protocol';

export class OpenWork {
  engine: PayloadOf<'engine/open'> | null = null;
  runId: string | null = null;
  running = false;
  /** How it was asked to train last. */
  playing: PayloadOf<'run/play'> = {};
  /** Whether it was training when it failed. */
  failed = false;
  /** Step of the last checkpoint of the open run, null when none is known. */
  savedStep: number | null = null;
  /** How the open run was started, as long as no checkpoint of it is known. */
  started: PayloadOf<'run/start'> | null = null;

  onRequest(request: RequestMessage): void {
    if (request.kind === 'engine/open') this.engine = request.payload;
    if (request.kind === 'run/play') this.playing = request.payload;
  }

  onReply<K extends RequestKind>(kind: K, request: RequestMessage, value: ReplyOf<RequestKind>): void {
    if (request.kind === 'run/start' || request.kind === 'run/open') {
      if (value === null || !('id' in value)) return;
      this.runId = value.id;
      this.running = false;
      this.failed = false;
      this.started = request.kind === 'run/start' ? request.payload : null;
      this.savedStep = request.kind === 'run/open' && 'step' in value ? value.step : null;
    }
    if (request.kind === 'run/change' && this.started)
      this.started = { ...this.started, config: request.payload.config };
    if (kind === 'run/save' && value !== null && 'savedAt' in value) {
      this.savedStep = value.step;
      this.started = null;
    }
    if (kind === 'run/close') this.forgetRun();
    if (request.kind === 'runs/delete' && request.payload.id === this.runId) this.forgetRun();
  }

  onEvent(event: WorkerEvent): void {
    if (event.kind === 'run/saved' && event.runId === this.runId) {
      this.savedStep = event.step;
      this.started = null;
    }
    if (event.kind === 'run/changed' && event.runId === this.runId) {
      const { kind } = event.transition;
      this.failed = kind === 'fail' && this.running;
      this.running = kind === 'run';
    }
  }

  forgetRun(): void {
    this.runId = null;
    this.started = null;
    this.savedStep = null;
    this.running = false;
    this.failed = false;
  }
}
