import { describe, expect, it } from 'vitest';
import { drawingExports, type TaskNetworkFacts } from './taskFacts';

const network = (id: string): TaskNetworkFacts => ({ id, label: id, role: 'generator', learns: true });

describe('drawingExports', () => {
  it('are the declared ones that take noise', () => {
    const networks = ['drawer', 'translator', 'critic'].map(network);
    const found = drawingExports({
      networks,
      exports: [
        { network: 'translator', inputs: ['image'] },
        { network: 'drawer', inputs: ['noise', 'class'] },
      ],
    });
    expect(found).toEqual([networks[0]]);
  });
});
