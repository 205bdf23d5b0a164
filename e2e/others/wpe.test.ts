import { wpe } from './known';
import { tellStories } from './stories';

tellStories({
  known: wpe,
  run: 'dataset=points-ring&model=gan-mlp&batch=8&model.width=16&backend=cpu',
  arithmetic: 'javascript',
  says: /JavaScript on 1 thread/,
  steps: 4,
  isQuick: false,
  // WPE 2.38 cuts off what is asked for while a service worker takes over.
  losesWorkers: true,
});
