// Every loss as the exported train.py computes it, by the loss' id: what it is of scores, its penalty on the discriminator's
// slope, the bound on its weights. A script holds the one of its run; a loss without an entry here is refused by name.
import { UnsupportedModelError } from '../../graph/graph';
import type { LossEntry } from '../../protocol';

const CROSS_ENTROPY = `def cross_entropy(logits, target):
    return (F.softplus(logits) - target * logits).mean()`;

const LOGISTIC_D = `${CROSS_ENTROPY}


def discriminator_loss(real, fake):
    target = 1 - CONFIG['loss.labelSmoothing']
    return 0.5 * (cross_entropy(real, target) + cross_entropy(fake, 0))`;

const CRITIC = `def discriminator_loss(real, fake):
    return fake.mean() - real.mean()


def generator_loss(fake, real):
    return -fake.mean()`;

const NO_PENALTY = `def penalty(slopes, real, fake, uniforms):
    return None`;

const NO_BOUND = `def weight_bound():
    return None`;

interface LossText {
  readonly scores: string;
  readonly penalty?: string;
  readonly bound?: string;
}

const LOSSES: Readonly<Record<string, LossText>> = {
  'non-saturating': {
    scores: `${LOGISTIC_D}


def generator_loss(fake, real):
    return cross_entropy(fake, 1)`,
  },
  saturating: {
    scores: `${LOGISTIC_D}


def generator_loss(fake, real):
    return -cross_entropy(fake, 0)`,
  },
  'least-squares': {
    scores: `def discriminator_loss(real, fake):
    return 0.5 * ((real - 1).square().mean() + fake.square().mean())


def generator_loss(fake, real):
    return (fake - 1).square().mean()`,
  },
  hinge: {
    scores: `def discriminator_loss(real, fake):
    return 0.5 * (F.relu(1 - real).mean() + F.relu(1 + fake).mean())


def generator_loss(fake, real):
    return -fake.mean()`,
  },
  'wgan-gp': {
    scores: CRITIC,
    penalty: `def penalty(slopes, real, fake, uniforms):
    """The critic's slope between real and fake is held to one (Gulrajani et al. 2017)."""
    lengths = torch.sqrt(slopes(real + (fake - real) * uniforms()) + 1e-12)
    return CONFIG['loss.penalty'] * (lengths - 1).square().mean()`,
  },
  'wgan-clipping': {
    scores: CRITIC,
    bound: `def weight_bound():
    return CONFIG['loss.bound']`,
  },
  'relativistic-r1-r2': {
    scores: `def discriminator_loss(real, fake):
    return F.softplus(fake - real).mean()


def generator_loss(fake, real):
    return F.softplus(real() - fake).mean()`,
    penalty: `def penalty(slopes, real, fake, uniforms):
    """Zero-centred on both sides (R3GAN, Huang et al. 2024)."""
    return CONFIG['loss.gamma'] / 2 * (slopes(real).mean() + slopes(fake).mean())`,
  },
};

/** The loss as code: `discriminator_loss`, `generator_loss`, `penalty`, `weight_bound`. @throws UnsupportedModelError */
export function lossFunctions({ id, label, comparesScores, boundary = 0 }: LossEntry): string {
  if (!Object.hasOwn(LOSSES, id)) {
    throw new UnsupportedModelError(
      `The loss ${label} has no form for PyTorch here.`,
      'Train this run in the page, or with another loss.',
    );
  }
  const { scores, penalty = NO_PENALTY, bound = NO_BOUND } = LOSSES[id];
  return `# ${label}.
COMPARES_SCORES = ${comparesScores === true ? 'True' : 'False'}
BOUNDARY = ${boundary}


${scores}


${penalty}


${bound}`;
}
