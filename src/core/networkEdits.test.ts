import { describe, expect, it } from 'vitest';
import { chain, inputShape, isChain, networkTotals, resolveNetwork, type NetworkSpec } from './network';
import {
  appendLayer,
  insertBefore,
  mapLayers,
  prependLayer,
  replaceLast,
  replaceLayer,
  withInputShape,
} from './networkEdits';

const norm = { kind: 'batchNorm', momentum: 0.8 } as const;
const SPEC = chain('n', [4], [{ kind: 'dense', units: 6 }, norm, { kind: 'dense', units: 2 }, norm]);
const ids = ({ nodes }: NetworkSpec) => nodes.map(({ id, from }) => `${id}<${from.join('+')}`);

/** The first dense layer is read twice. */
const BRANCHED: NetworkSpec = {
  ...SPEC,
  nodes: [...SPEC.nodes, { kind: 'dense', units: 3, id: 'side', from: ['dense_1'] }],
  outputs: ['batchNorm_2', 'side'],
};

describe('edits of a network', () => {
  it('keep ids where the kind stays, and give fresh ones in order', () => {
    const other = mapLayers(SPEC, ({ layer }) =>
      layer.kind === 'batchNorm' ? { kind: 'layerNorm' } : layer,
    );
    expect(ids(other)).toEqual([
      'dense_1<input',
      'layerNorm_1<dense_1',
      'dense_2<layerNorm_1',
      'layerNorm_2<dense_2',
    ]);
    expect(other.outputs).toEqual(['layerNorm_2']);
    expect(isChain(other)).toBe(true);
    const wider = replaceLayer(SPEC, 'dense_2', { kind: 'dense', units: 9 });
    expect(ids(wider)).toEqual(ids(SPEC));
    expect(networkTotals(wider).output).toEqual([9]);
    expect(ids(replaceLast(SPEC, norm))).toEqual(ids(SPEC));
  });

  it('lead around a node that is left out, on every branch', () => {
    const without = mapLayers(BRANCHED, ({ layer, name }) =>
      name === 'dense_1' || layer.kind === 'batchNorm' ? null : layer,
    );
    expect(ids(without)).toEqual(['dense_2<input', 'side<input']);
    expect(without.outputs).toEqual(['dense_2', 'side']);
    resolveNetwork(without);
  });

  it('put layers between, before and behind', () => {
    const inserted = insertBefore(BRANCHED, 'dense_2', { kind: 'dropout', rate: 0.5 });
    expect(ids(inserted)).toContain('dense_2<dropout_1');
    expect(ids(inserted)).toContain('side<dense_1');
    const around = appendLayer(prependLayer(SPEC, [2, 2, 1], { kind: 'flatten' }), norm);
    expect(ids(around)[0]).toBe('flatten_1<input');
    expect(ids(around)[1]).toBe('dense_1<flatten_1');
    expect(around.outputs).toEqual(['batchNorm_3']);
    expect(inputShape(around)).toEqual([2, 2, 1]);
  });

  it('refuse what is not there, naming what is', () => {
    expect(() => replaceLayer(SPEC, 'dense_3', norm)).toThrow(/"dense_3"/);
    const two = { ...SPEC, inputs: [...SPEC.inputs, { name: 'more', shape: [1] }] };
    expect(() => withInputShape(two, [3])).toThrow(/2 inputs/);
  });
});
