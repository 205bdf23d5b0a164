// The page as a file: what stands in it, how large it is, what is refused. What it looks like is a story (e2e/app/webPage.spec.ts).
import { createHash } from 'node:crypto';
import { inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromSevenBits } from '../../core/sevenBits';
import { buildGraph } from '../../graph/buildGraph';
import { runFloatGraph } from '../../graph/floatReference';
import { openWebPage } from '../../player/openWebPage';
import {
  AN12954_GENERATOR,
  LIGHT_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import type { ModelExportJob } from '../defineModel';
import { findModelExporter } from '../models';
import { inputRowsOf } from './facts';
import { readWebPage } from './html';

const exporter = findModelExporter('web-page');

const jobOf = (spec: typeof TINY_GENERATOR, changes: Partial<ModelExportJob> = {}): ModelExportJob => {
  const weights = seededWeights(spec, 3);
  return {
    name: 'my-generator',
    title: 'My <generator> & "friends"',
    generator: { spec, weights },
    discriminator: { spec: TINY_DISCRIMINATOR, weights: seededWeights(TINY_DISCRIMINATOR, 4) },
    graph: buildGraph(spec, weights),
    int8: () => Promise.reject(new Error('No full integers are asked for.')),
    ...changes,
  };
};

async function pageOf(job: ModelExportJob, variant = 'weights-int8'): Promise<string> {
  const { files } = await exporter.write(job, variant);
  return String(files['my-generator.html']);
}

describe.each(exporter.variants.map(({ id }) => id))('%s', (variant) => {
  it.each([
    ['dcgan-light', LIGHT_GENERATOR],
    ['dcgan-an12954', AN12954_GENERATOR],
  ])('%s takes less than 150 kB beside its model', async (_, spec) => {
    const html = await pageOf(jobOf(spec), variant);
    const { model } = readWebPage(html);
    expect(new TextEncoder().encode(html).length).toBeLessThan(model.length + 150_000);
  });

  it('draws what was trained', async () => {
    const spec = LIGHT_GENERATOR;
    const job = jobOf(spec);
    const page = await openWebPage(await pageOf(job, variant));
    const inputs = seededInputs(spec, 1);
    const drawn = page.draw(inputs, 1);
    const expected = runFloatGraph(job.graph, inputs, 1);
    const mean = drawn.reduce((sum, v, i) => sum + Math.abs(v - expected[i]), 0) / drawn.length;
    expect(mean).toBeLessThan(exporter.variants.find(({ id }) => id === variant)?.meanBound ?? 0);
    page.dispose();
  });
});

it('lets its own script run and no other, and nothing else be fetched', async () => {
  const html = await pageOf(jobOf(TINY_GENERATOR));
  const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const inside = (tag: string): string => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)?.[1] ?? '';
  const [, packed = ''] = /id="script">([^<]*)<\/script>/.exec(html) ?? [];
  const script = Buffer.from(inflateSync(fromSevenBits(packed))).toString();
  const scripts = `${hashOf(inside('script'))} ${hashOf(script)}`;
  expect(policy).toContain(`default-src 'none'; script-src ${scripts} 'wasm-unsafe-eval';`);
  expect(policy).toContain(`style-src ${hashOf(inside('style'))};`);
  expect(html.match(/(src|href)="[^"]+"/g)).toEqual(['href="data:,"']);
  expect(html).toContain('<title>My &lt;generator&gt; &amp; &quot;friends&quot;</title>');
  expect(readWebPage(html).facts.title).toBe('My <generator> & "friends"');
});

it('says which classes stand behind the noise, or which generators share it', async () => {
  const [size] = [16];
  const input = { latent: size - 3, classes: 3 };
  const named = readWebPage(await pageOf(jobOf(TINY_GENERATOR, { input, classNames: ['a', 'b', 'c'] })));
  expect(named.facts).toMatchObject({ latent: 13, choice: { kind: 'class', names: ['a', 'b', 'c'] } });
  const rows = inputRowsOf(named.facts, new Float32Array(26).fill(2), 1);
  expect([...rows]).toEqual([...Array(2)].flatMap(() => [...Array<number>(13).fill(2), 0, 1, 0]));

  const shared = readWebPage(await pageOf(jobOf(TINY_GENERATOR, { input: null, generators: 4 })));
  expect(shared.facts).toMatchObject({
    latent: 4,
    choice: { kind: 'generator', names: ['1', '2', '3', '4'] },
  });
  const slots = inputRowsOf(shared.facts, Float32Array.of(1, 2, 3, 4), 2);
  expect([...slots]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0]);
});

it('refuses by name what it cannot show', async () => {
  const picture = { shape: [4, 4, 1] } as const;
  const input = { latent: 16, classes: 0, names: ['cat', 'dog'] };
  await expect(pageOf(jobOf(TINY_GENERATOR, { input }))).rejects.toThrow('for 2 names');
  const made = { ...picture, preparation: { kind: 'lightness' } } as const;
  await expect(pageOf(jobOf(TINY_GENERATOR, { picture: made }))).rejects.toThrow('draws [12, 12, 3]');
  const judged = { ...jobOf(TINY_DISCRIMINATOR), picture: null };
  await expect(pageOf(judged)).rejects.toThrow('takes pictures and does not say which');
});

it('a page that was cut or changed says so', async () => {
  const html = await pageOf(jobOf(TINY_GENERATOR));
  const end = html.indexOf('</script>', html.indexOf('id="model"'));
  const cut = html.slice(0, end - 50) + html.slice(end);
  expect(() => readWebPage(cut)).toThrow('bytes of its model are there');
  const at = end - 300;
  const changed = html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1);
  expect(() => readWebPage(changed)).toThrow('This page is damaged');
  expect(() => readWebPage(html.replace('"version":1', '"version":2'))).toThrow(
    'not what version 1 or 2 says',
  );
});
