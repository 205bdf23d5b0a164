// The feature network that comes with the page: small, and trained by this project's own script to tell a few kinds of pictures
// apart (`npm run train:encoder`). What it has never seen it cannot know; docs/style.md says what that means.
import { defineEncoder } from './define';

export const ganvasEncoder = defineEncoder({
  id: 'ganvas',
  label: 'Ganvas encoder',
  help: 'Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms.',
  blocks: [
    { convolutions: 2, filters: 16 },
    { convolutions: 2, filters: 32 },
    { convolutions: 2, filters: 64 },
    { convolutions: 2, filters: 128 },
  ],
  input: 'signed-rgb',
  origin: 'embedded',
});
