// English texts of the About page.
export default {
  title: 'About',
  summary: 'A forger and the police learn from each other, in this page.',
  gan: {
    title: 'What a GAN is',
    who: 'A generative adversarial network is two networks that play against each other. The [generator](generator) is a forger: it gets random numbers, the noise, and draws a picture from them. The [discriminator](discriminator) is the police: it looks at pictures, some [real](real) and some forged, and says which is which.',
    learns:
      'At first the forger draws noise and the police knows nothing. At every step both learn a little. The police is told which pictures were real and gets better at telling. The forger is told how the police saw through it and gets better at fooling. If neither runs away from the other, the forgeries end up looking like the real thing, though none of them is a copy.',
  },
  look: {
    title: 'What to look at',
    samples: '**The samples.** They come from the same noise all the time, so you see one forger learn.',
    losses:
      '**The losses.** Each network wants its own line low. They rarely both fall: a balance that trembles is a good sign, a line that goes to zero means one of the two has won too early.',
    accuracy:
      '**How often the discriminator is right.** All the time means the forgeries are easy to tell. Half the time means it can only guess.',
  },
  glossary: 'Words',
  browser: {
    title: 'What this browser gives',
    threads: {
      shared: '**Threads.** They share memory here: training may take {cores} of them.',
      alone: '**Threads.** One: this browser lets no threads share memory.',
      framed:
        '**Threads.** One: the page around this one does not isolate it. Opened on its own it may have more.',
      host: '**Threads.** One: the server did not isolate the page from other origins.',
    },
    simd: {
      relaxed: '**Vectors.** WebAssembly with relaxed SIMD: the quickest kernels.',
      plain:
        '**Vectors.** WebAssembly with plain SIMD, which rounds differently: losses are not those of relaxed SIMD in the last digits.',
      none: '**Vectors.** None, so the processor trains in plain JavaScript, many times slower. A newer browser has them (WebKit since 2.40, Safari since 16.4).',
    },
    graphics: {
      webgpu:
        '**Graphics card.** WebGPU is offered; whether a card stands behind it shows when it is chosen.',
      webgl: '**Graphics card.** WebGL, but no WebGPU.',
      none: '**Graphics card.** Neither WebGPU nor WebGL: everything runs on the processor.',
    },
    storage: {
      files: '**Runs** are kept in files of this page’s own.',
      database: '**Runs** are kept in this page’s database; there are no files of its own.',
      none: '**Runs** are not kept: the browser gives this page no place for them.',
    },
  },
  does: {
    title: 'What this page does',
    trains:
      'It trains both networks here, on your processor or graphics card. The digits of the first run are drawn by the page itself. It can read MNIST and Fashion-MNIST, or your own pictures, and keeps runs on this device until you delete them.',
    stays:
      'Nothing leaves your device: no picture, no run, no count of visitors. Data sets are fetched only when you choose one that needs it and press Train.',
    same: 'The same seed and the same settings give the same run. [Copy link](/train) on the training page puts them all into one address.',
    version:
      'Version {version}, under the MIT licence. It is made with the work of others: [their licences](licences.txt).',
  },
} as const;
