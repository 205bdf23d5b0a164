// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { embedSnippet } from './embed';

it('shows the link as it is, whatever stands in it', () => {
  const link = 'https://example.org/#/train?lock=fix&note=%22a%22&seed=1';
  const holder = document.createElement('template');
  holder.innerHTML = embedSnippet(link, 'Lesson "1" <b>');
  const frame = holder.content.querySelector('iframe');
  expect(frame?.getAttribute('src')).toBe(link);
  expect(frame?.getAttribute('title')).toBe('Lesson "1" <b>');
  expect(holder.content.childNodes).toHaveLength(1);
});
