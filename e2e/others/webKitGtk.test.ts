import { webKitGtk } from './known';
import { tellStories } from './stories';

tellStories({
  known: webKitGtk,
  run: 'dataset=synthetic-digits&model=dcgan-light&batch=8&backend=wasm&threads=2',
  arithmetic: 'plain',
  says: /WebAssembly SIMD on 2 threads/,
  steps: 20,
  isQuick: true,
});
