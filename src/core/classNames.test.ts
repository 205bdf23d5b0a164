import { expect, it } from 'vitest';
import { FASHION_MNIST } from '../datasets/fashionMnist';
import { CLASS_NAMES, classNameIn } from './classNames';

it('has every class of Fashion-MNIST in every language but English', () => {
  for (const names of Object.values(CLASS_NAMES))
    expect(Object.keys(names)).toEqual(FASHION_MNIST.classNames);
});

it('says a name in the main part of a language, and leaves all others', () => {
  expect(classNameIn('de-AT', 'Trouser')).toBe('Hose');
  expect(classNameIn('zh-Hans', 'Bag')).toBe('包');
  for (const [tag, name] of [
    ['en', 'Trouser'],
    ['fr', 'Trouser'],
    ['de', 'tulips'],
    ['de', '7'],
    ['es', 'constructor'],
    ['__proto__', 'Bag'],
  ])
    expect(classNameIn(tag, name)).toBe(name);
});
