// The adversarial game (Goodfellow et al. 2014): a generator draws from noise, a discriminator tells its images from real
// ones, and each learns from the other. The step itself is training/trainer.
import { ganNetworks, savedGan } from '../training/ganNetworks';
import { Trainer } from '../training/trainer';
import { defineTask } from './define';

export const adversarial = defineTask({
  id: 'adversarial',
  label: 'Generator against discriminator',
  help: 'A generator learns to draw images that a discriminator cannot tell from real ones.',
  params: [],
  networks: [
    {
      id: 'generator',
      label: 'Generator',
      nickname: 'the forger',
      role: 'generator',
      learns: true,
      loss: 'gLoss',
      shares: [{ series: 'accuracyFake', label: 'fools the police', role: 'generator', inverted: true }],
    },
    {
      id: 'discriminator',
      label: 'Discriminator',
      nickname: 'the police',
      role: 'discriminator',
      learns: true,
      loss: 'dLoss',
      shares: [
        { series: 'accuracyReal', label: 'right on real', role: 'real' },
        { series: 'accuracyFake', label: 'right on fakes', role: 'generator' },
      ],
    },
  ],
  data: ['noise', 'images'],
  updates: [
    {
      network: 'discriminator',
      times: 'dSteps',
      terms: [
        { id: 'adversarial', label: 'Scores of real and generated images', weight: 1 },
        { id: 'classes', label: 'Surprise at the classes, for models that guess them', weight: 1 },
        { id: 'penalty', label: 'Penalty on the slope, for losses that have one', weight: 1 },
      ],
    },
    {
      network: 'generator',
      times: 1,
      terms: [
        { id: 'adversarial', label: 'Scores of generated images', weight: 1 },
        { id: 'classes', label: 'Surprise at the classes, for models that show them', weight: 1 },
      ],
    },
  ],
  charts: [
    {
      id: 'losses',
      title: 'Loss',
      help: 'Lower is better for the network that the line belongs to; the two pull against each other.',
      unit: '',
      logScale: true,
      series: [
        { id: 'gLoss', label: 'Generator', role: 'generator', dash: [] },
        { id: 'dLoss', label: 'Discriminator', role: 'discriminator', dash: [6, 2] },
      ],
    },
    {
      id: 'accuracy',
      title: 'Accuracy',
      help: 'Share of images that the discriminator judges rightly; near one half it can no longer tell.',
      unit: '%',
      logScale: false,
      series: [
        { id: 'accuracyReal', label: 'on real', role: 'real', dash: [] },
        { id: 'accuracyFake', label: 'on fakes', role: 'generator', dash: [6, 2] },
      ],
    },
  ],
  grids: [{ id: 'samples', label: 'Samples of the same noise' }],
  exports: [{ network: 'generator', inputs: ['noise', 'class'] }],
  build: (parts) => new Trainer(parts),
  saved: (parts) => savedGan(ganNetworks(parts)),
});
