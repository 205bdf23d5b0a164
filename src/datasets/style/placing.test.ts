import { expect, it } from 'vitest';
import { placePictures, type StyleRole } from './placing';

const shown = (paths: readonly string[], kept: readonly StyleRole[] = []) => {
  const { placed, leftOut } = placePictures(
    paths.map((path) => ({ path })),
    kept,
  );
  return [
    ...placed.map(({ role, image }) => `${role} ${image.path}`),
    ...leftOut.map(({ reason }) => reason),
  ];
};

it('takes pictures by their folder or name, and fills what is free', () => {
  expect(shown(['style/a.jpg', 'content/b.jpg'])).toEqual(['style style/a.jpg', 'content content/b.jpg']);
  expect(shown(['my-style.png', 'tower.png'])).toEqual(['style my-style.png', 'content tower.png']);
  expect(shown(['a.jpg', 'b.jpg', 'c.jpg'])).toEqual([
    'content a.jpg',
    'style b.jpg',
    'one content and one style picture are used',
  ]);
  expect(shown(['content/a.jpg', 'content/b.jpg'])).toEqual([
    'content content/a.jpg',
    'there is another content picture',
  ]);
});

it('takes one picture alone for what is missing, and asks where nothing is', () => {
  expect(shown(['a.jpg'])).toEqual(['content a.jpg']);
  expect(shown(['a.jpg'], ['content'])).toEqual(['style a.jpg']);
  expect(shown(['style/a.jpg'], ['content', 'style'])).toEqual(['style style/a.jpg']);
  expect(() => shown(['a.jpg'], ['content', 'style'])).toThrow('content or the style');
});
