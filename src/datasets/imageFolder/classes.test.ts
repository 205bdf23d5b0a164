import { describe, expect, it } from 'vitest';
import { classesOf } from './classes';

describe('classesOf', () => {
  it('takes the folder that an image lies in', () => {
    const paths = ['set/dogs/1.png', 'set/cats/x/2.png', 'set/dogs/3.png', '4.png'];
    const { labels, classNames } = classesOf(paths);
    expect(classNames).toEqual(['no folder', 'dogs', 'x']);
    expect([...(labels ?? [])]).toEqual([1, 2, 1, 0]);
  });

  it('makes no classes of one folder or of more than 256, and says how many there are', () => {
    expect(classesOf(['set/1.png', 'set/2.png'])).toEqual({ labels: null, classNames: null, folders: 1 });
    const many = classesOf(Array.from({ length: 257 }, (_, i) => `${i}/a.png`));
    expect(many).toEqual({ labels: null, classNames: null, folders: 257 });
  });
});
