import { describe, expect, it } from 'vitest';
import { chain } from '../../core/network';
import type { TaskNetworkFacts } from '../../core/taskFacts';
import { declaredNetworks, networkSides, shareAt } from './stageNetworks';

const network = (id: string, role: TaskNetworkFacts['role']): TaskNetworkFacts => ({
  ...{ id, role, label: id, learns: true },
});
/** As a cycle of two translations has them. */
const CYCLE = {
  networks: [
    network('toB', 'generator'),
    network('criticB', 'discriminator'),
    network('toA', 'generator'),
    network('criticA', 'discriminator'),
  ],
};
const spec = chain('x', [2], []);
const ids = (all: readonly { readonly facts: TaskNetworkFacts }[]) => all.map(({ facts }) => facts.id);

describe('the networks of the stage', () => {
  it('stand by role, in the order of the declaration, however many there are', () => {
    const { makers, others } = networkSides(CYCLE, [{ id: 'toA', spec }]);
    expect([ids(makers), ids(others)]).toEqual([
      ['toB', 'toA'],
      ['criticB', 'criticA'],
    ]);
    expect(makers.map((one) => one.spec)).toEqual([null, spec]);
  });

  it('are none before there is a task, and may be all on one side', () => {
    expect(networkSides(undefined, [])).toEqual({ makers: [], others: [] });
    const { makers, others } = networkSides({ networks: [network('classifier', 'real')] }, []);
    expect([ids(makers), ids(others)]).toEqual([[], ['classifier']]);
  });

  it('are described where the worker has said their layers, and only those of the task', () => {
    const known = declaredNetworks(CYCLE, [
      { id: 'average', spec },
      { id: 'criticA', spec },
    ]);
    expect(ids(known)).toEqual(['criticA']);
  });
});

describe('shareAt', () => {
  it('may show what is missing to one', () => {
    const point = { step: 1, seconds: 1, values: { right: 0.75 } };
    const share = { series: 'right', label: '', role: 'real' } as const;
    expect([shareAt(point, share), shareAt(point, { ...share, inverted: true })]).toEqual([0.75, 0.25]);
    expect(shareAt(null, share)).toBeNull();
  });
});
