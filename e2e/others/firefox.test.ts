import { firefox } from './known';
import { tellStories } from './stories';

tellStories({
  known: firefox,
  run: 'dataset=synthetic-digits&model=dcgan-light&batch=8&backend=wasm',
  arithmetic: 'relaxed',
  says: /WebAssembly relaxed SIMD on \d+ threads?/,
  steps: 30,
  isQuick: true,
});
