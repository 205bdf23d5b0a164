import { describe, expect, it } from 'vitest';
import { chain } from '../../core/network';
import { folderOf, MOST_PICTURES, pathsOf, whatIsMissing, withKind, withPicture } from './cameraKinds';
import { int8Bytes } from './namingCosts';

const picture = { count: 1, height: 1, width: 1, channels: 1, pixels: new Uint8Array(1) };

describe('kinds from the camera', () => {
  it('become pictures in folders once there are enough of two', () => {
    let kinds = withKind(withKind([], 'cup'), '../a:b');
    expect(whatIsMissing(kinds)).toBe('Take pictures of at least two kinds.');
    for (let i = 0; i < 5; i++) kinds = withPicture(kinds, 0, picture);
    kinds = withPicture(kinds, 1, picture);
    expect(whatIsMissing(kinds)).toBe('Take a few more of ../a:b: five at least.');
    for (let i = 0; i < 4; i++) kinds = withPicture(kinds, 1, picture);
    expect(whatIsMissing(kinds)).toBeNull();
    const paths = pathsOf(kinds).map(({ path }) => path);
    expect(paths).toHaveLength(10);
    expect([paths[0], paths[9]]).toEqual(['cup/001.png', '.. a b/005.png']);
  });

  it('are not called alike, nor nothing, and do not grow without end', () => {
    let kinds = withKind(withKind([], 'Cup'), 'cup');
    for (let i = 0; i < MOST_PICTURES + 3; i++)
      kinds = withPicture(withPicture(kinds, 0, picture), 1, picture);
    expect(kinds[0].pictures).toHaveLength(MOST_PICTURES);
    expect(whatIsMissing(kinds)).toBe('Two kinds are called cup: give each a name of its own.');
    expect(folderOf(' / ')).toBe('unnamed');
  });
});

it('counts the bytes of 8-bit weights with what their channels need', () => {
  const spec = chain(
    'c',
    [4, 4, 3],
    [
      { kind: 'conv2d', filters: 8, kernel: 3 },
      { kind: 'depthwiseConv2d', kernel: 3 },
      { kind: 'globalAveragePool' },
      { kind: 'dense', units: 5 },
    ],
  );
  expect(int8Bytes(spec)).toBe(3 * 3 * 3 * 8 + 9 * 8 + (9 * 8 + 9 * 8) + (8 * 5 + 9 * 5));
});
