import { expect, it } from 'vitest';
import { isTranslation, leavingNetworks, termWeight, type TaskNetworkFacts } from './taskFacts';

const network = (id: string): TaskNetworkFacts => ({ id, label: id, role: 'generator', learns: true });

it('knows the declared networks that leave, and whether they take pictures', () => {
  const networks = ['drawer', 'translator', 'critic'].map(network);
  const drawer = { network: 'drawer', inputs: ['noise', 'class'] } as const;
  const translator = { network: 'translator', inputs: ['image'] } as const;
  expect(leavingNetworks({ networks, exports: [translator, drawer] })).toEqual(networks.slice(0, 2));
  expect([[drawer], [translator], []].map((exports) => isTranslation({ exports }))).toEqual([
    false,
    true,
    false,
  ]);
});

it('weighs a term by a number, or by a parameter of the task', () => {
  const term = { id: 'l1', label: 'L1' };
  expect(termWeight({ ...term, weight: 2 }, {})).toBe(2);
  expect(termWeight({ ...term, weight: 'l1Weight' }, { l1Weight: 100 })).toBe(100);
});
