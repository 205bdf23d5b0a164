import { expect, it } from 'vitest';
import { deviceReport, factRows, type DeviceFacts } from './deviceFacts';

const facts: DeviceFacts = {
  runtime: { label: 'WebAssembly SIMD', threads: 1, limit: 'one thread: the page is not isolated' },
  model: {
    name: 'Digits',
    source: 'board',
    format: 'tflite',
    weights: 'full int8',
    bytes: 436_000,
    sha256: 'ab',
    parameters: 429_329,
    multiplyAdds: 1_944_448,
    latent: 64,
    classes: 10,
    image: [28, 28, 1],
  },
  drawing: { medianMs: 0.1, p95Ms: 0.2, perSecond: 300, images: 1234 },
  memory: { runtimeBytes: 16_777_216, pageBytes: null },
  uptimeSeconds: 61,
  browser: {
    userAgent: 'a browser',
    cores: 4,
    deviceMemoryGiB: null,
    isolated: false,
    secure: false,
    online: true,
    offlineReady: false,
    screen: { width: 480, height: 272, pixelRatio: 1.5 },
  },
};

it('says every fact, and what the browser does not say', () => {
  const rows = Object.fromEntries(factRows(facts));
  expect(rows).toMatchObject({
    'Runtime and backend': 'WebAssembly SIMD, CPU',
    Threads: '1 of 4 cores (one thread: the page is not isolated)',
    'Format and size': 'tflite, full int8, 436 kB',
    'Memory of the page': 'not said',
    Model: 'Digits (board)',
    'Images a second': '300',
    'Images drawn': '1,234',
    Uptime: '1 min 1 s',
    Screen: '480 x 272 at 1.5',
    Page: 'not isolated, not secure',
  });
  expect(factRows({ ...facts, runtime: null, model: null })).toHaveLength(Object.keys(rows).length);
});

it('reports as JSON, numbers as numbers, with the seconds and the benchmark', () => {
  const report: unknown = JSON.parse(deviceReport(facts, [{ at: 1, medianMs: 1, p95Ms: 2, images: 3 }], []));
  expect(report).toMatchObject({
    model: { name: 'Digits', source: 'board', multiplyAdds: 1_944_448 },
    browser: { screen: { width: 480, height: 272, pixelRatio: 1.5 } },
    seconds: [{ at: 1 }],
    benchmark: [],
  });
});
