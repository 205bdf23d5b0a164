// What the fake worker answers without looking at its run. Test support, never part of the built page.
import type { ProducedFile, ReplyOf, RequestKind, RequestMessage } from '../protocol';
import { FAKE_PROFILE } from './fakeExport';
import { FAKE_NETWORKS } from './fakeCatalogue';
import { fakeDigits, fakePictures } from './fakeImages';
import { fakeClassifier, fakeReport } from './fakeRuns';

type FixedKind =
  | 'engine/open'
  | 'engine/time'
  | 'model/describe'
  | 'encoder/provide'
  | 'model/profile'
  | 'model/pause'
  | 'run/watchPlane'
  | 'classifier/pause'
  | 'classifier/forget'
  | 'classifier/open'
  | 'classifier/play'
  | 'pictures/read'
  | 'samples/translate'
  | 'samples/name'
  | 'samples/animation'
  | 'samples/file'
  | 'measures/nearest'
  | 'line/learn'
  | 'dataset/provide'
  | 'dataset/preview'
  | 'runs/export'
  | 'runs/continue'
  | 'runs/sweep'
  | 'request/abort';

const file = (fileName: string): ProducedFile => ({
  fileName,
  mimeType: 'application/octet-stream',
  bytes: new Uint8Array([1, 2, 3]),
});

export function fixedAnswer(message: Extract<RequestMessage, { kind: FixedKind }>): ReplyOf<RequestKind> {
  switch (message.kind) {
    case 'engine/open':
      return fakeReport(message.payload);
    case 'engine/time':
      return { stepMilliseconds: 10 };
    case 'model/describe':
      return { networks: FAKE_NETWORKS, latentSize: 100, estimatedPeakBytes: 96_000_000 };
    case 'encoder/provide':
      return { message: 'The weights of 16 layers are ready.', leftOut: [] };
    case 'model/profile':
      return FAKE_PROFILE;
    case 'model/pause':
      return null;
    case 'run/watchPlane':
    case 'classifier/pause':
    case 'classifier/forget':
      return null;
    case 'classifier/open':
      return fakeClassifier(message.payload.dataset);
    case 'classifier/play':
      return { goal: message.payload.steps };
    case 'pictures/read':
      return fakePictures(message.payload);
    case 'samples/translate': {
      const { images } = message.payload;
      return { ...images, pixels: images.pixels.map((value) => 255 - value) };
    }
    case 'samples/name':
      return { classNames: ['this', 'that'], shares: Float32Array.of(0.75, 0.25) };
    case 'samples/animation':
      return file('samples.gif');
    case 'samples/file':
      return file(`samples.${message.payload.format}`);
    case 'measures/nearest':
      return { images: fakeDigits(message.payload.count, 999, 1), distances: [10, 12, 15] };
    case 'line/learn': {
      const { line, epochs } = message.payload;
      return { line, losses: Array.from({ length: epochs }, () => 1) };
    }
    case 'dataset/provide':
      return { message: `${message.payload.files.length} files are kept on this device.`, leftOut: [] };
    case 'dataset/preview':
      return fakeDigits(message.payload.count, 999, 1);
    case 'runs/export':
      return file('run.zip');
    case 'runs/continue':
    case 'runs/sweep':
      return {
        file: file('run-pytorch.zip'),
        parts: [{ name: 'train.py', sizeBytes: 40_000 }],
        commands: [{ way: 'one', text: 'python3 train.py --steps 400' }],
      };
    case 'request/abort':
      return null;
  }
}
