// What the worker posts: events, and the replies to requests.
import type { WireError } from '../core/errors';
import type { GridLayout } from '../core/gridLayout';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { ClassifierMoment } from '../core/classifierMoment';
import type { HealthNote, MeasurePoint } from '../core/measures';
import type { PlaneView } from '../core/planeView';
import type { RunTransition } from '../core/runState';
import type { Catalogue } from './catalogue';
import type { BackendId, MemoryReport } from './engine';
import type { NearestMoment } from './latent';
import type { ReplyOf, RequestKind } from './requests';
import type { NamedNetwork } from './runs';

export type WorkerEvent =
  /** First message of a worker: it is alive and offers this. */
  | { readonly kind: 'worker/ready'; readonly catalogue: Catalogue }
  /** The engine is there: requests are answered from now on. */
  | { readonly kind: 'worker/loaded' }
  /** A thread of the engine is about to be made, or was; a browser may keep the worker for ever in between. */
  | { readonly kind: 'engine/thread'; readonly making: boolean }
  | { readonly kind: 'run/changed'; readonly runId: string; readonly transition: RunTransition }
  /** New history points, oldest first; sent at most every 200 ms, with the grids of the same time. */
  | { readonly kind: 'run/history'; readonly runId: string; readonly points: readonly HistoryPoint[] }
  | { readonly kind: 'run/samples'; readonly runId: string; readonly frame: TimelineFrame }
  /** Points in the plane: the moment as it is, at most thirty times a second. */
  | { readonly kind: 'run/plane'; readonly runId: string; readonly view: PlaneView }
  /** The networks of a run that grows were built anew on the way. */
  | { readonly kind: 'run/networks'; readonly runId: string; readonly networks: readonly NamedNetwork[] }
  | { readonly kind: 'run/measured'; readonly runId: string; readonly point: MeasurePoint }
  /** Measuring failed and stops; the run goes on. */
  | { readonly kind: 'run/measureFailed'; readonly runId: string; readonly error: WireError }
  /** What is wrong with the run now; sent when that changes. */
  | { readonly kind: 'run/health'; readonly runId: string; readonly notes: readonly HealthNote[] }
  /** A classifier that learns, as it is now; a few times a second. */
  | { readonly kind: 'classifier/moment'; readonly runId: string; readonly moment: ClassifierMoment }
  /** Smaller generators that learn: what they make of a source's pictures now, as the grids of the run that comes of them. */
  | { readonly kind: 'model/moment'; readonly grids: readonly GridLayout[]; readonly frame: TimelineFrame }
  | { readonly kind: 'run/saved'; readonly runId: string; readonly step: number; readonly savedAt: number }
  /** Saving failed; the run goes on and what was saved before is kept. */
  | { readonly kind: 'run/saveFailed'; readonly runId: string; readonly error: WireError }
  /** What was saved of the run before was removed from outside; it has been saved anew. */
  | { readonly kind: 'run/savedAnew'; readonly runId: string; readonly error: WireError }
  /** A search for the nearest latent, under the number that it was asked for with. */
  | { readonly kind: 'latent/moment'; readonly search: number; readonly moment: NearestMoment }
  /** Sent about once a second while training. `null` bytes where the backend does not say. */
  | { readonly kind: 'engine/memory'; readonly memory: MemoryReport }
  /** The backend is gone (device lost, kernel trap); the page restarts the worker and resumes from the checkpoint. */
  | { readonly kind: 'engine/lost'; readonly error: WireError; readonly lostBackend: BackendId }
  /** Progress of request `id`; `fraction` 0..1 or null when unknown. */
  | {
      readonly kind: 'request/progress';
      readonly id: number;
      readonly what: string;
      readonly fraction: number | null;
    };

export type ReplyMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: ReplyOf<RequestKind> }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: WireError };

export type WorkerMessage = WorkerEvent | ReplyMessage;
