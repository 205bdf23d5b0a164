import { describe, expect, it } from 'vitest';
import { matchByName, placeInDomains } from './ownDomains';

const at = (...paths: string[]) => paths.map((path) => ({ path }));
const shown = ({ names, placed }: ReturnType<typeof placeInDomains>) => [
  ...names,
  ...placed.map(({ split, domain, inside }) => `${split} ${domain} ${inside}`),
];

describe('placeInDomains', () => {
  it('reads the form of the field at any depth, and names what lies beside', () => {
    const placing = placeInDomains(
      at(
        'apple2orange/trainA/1.jpg',
        'apple2orange/trainB/x/1.jpg',
        'apple2orange/testB/2.jpg',
        'apple2orange/about.jpg',
      ),
    );
    expect(shown(placing)).toEqual(['A', 'B', 'train A 1.jpg', 'train B x/1.jpg', 'test B 2.jpg']);
    expect(placing.leftOut).toEqual([expect.objectContaining({ path: 'apple2orange/about.jpg' })]);
  });

  it('takes two folders or zips by name, in the order of the alphabet', () => {
    expect(shown(placeInDomains(at('set/pears/1.png', 'set/apples/deep/2.png')))).toEqual([
      ...['apples', 'pears', 'train pears 1.png', 'train apples deep/2.png'],
    ]);
  });

  it('knows folders that divide into training and test', () => {
    const placing = placeInDomains(at('s/train/a/1.png', 's/train/b/2.png', 's/val/a/3.png'));
    expect(shown(placing)).toEqual(['a', 'b', 'train a 1.png', 'train b 2.png', 'test a 3.png']);
  });

  it.each([
    ['one kind', at('a/1.png', 'a/2.png'), 'All 2 pictures are of one kind'],
    ['three kinds', at('a/1.png', 'b/2.png', 'c/3.png'), 'lie in 3 folders (a, b, c)'],
    ['loose pictures beside a folder', at('1.png', 'b/2.png'), 'lie in 2 folders (none, b)'],
    [
      'an empty domain of the field',
      at('trainA/1.png', 'testB/2.png'),
      'Domain B has no picture to learn from',
    ],
  ])('refuses %s', (_, images, words) => {
    expect(() => placeInDomains(images)).toThrow(words);
  });
});

describe('matchByName', () => {
  it('pairs equal names whatever their endings, and names the others', () => {
    const placing = matchByName(
      placeInDomains(at('grey/2.png', 'grey/1.PNG', 'grey/9.png', 'colour/1.jpg', 'colour/2.jpg')),
    );
    expect(shown(placing)).toEqual([
      ...[
        'colour',
        'grey',
        'train colour 1.jpg',
        'train colour 2.jpg',
        'train grey 1.PNG',
        'train grey 2.png',
      ],
    ]);
    expect(placing.leftOut).toEqual([
      { path: 'grey/9.png', reason: 'there is no other picture of this name in colour' },
    ]);
  });

  it('refuses domains without a pair', () => {
    expect(() => matchByName(placeInDomains(at('a/1.png', 'b/2.png')))).toThrow('No picture of a (1)');
  });
});
