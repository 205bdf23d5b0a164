// tasks/cycleGan and what stands beside it (translation/, training/imagePool), in the exported train.py; what draws its pictures
// by itself, for tasks that make its generators smaller.

export const BYTES_PART = String.raw`def as_bytes(values):
    """Numbers from -1 to 1 as bytes."""
    return np.clip(np.floor((np.asarray(values, np.float64) + 1) * 127.5 + 0.5), 0, 255).astype(np.uint8)`;

/** What tasks from image to image share. */
export const TRANSLATION_PART = String.raw`def rate_share(step):
    """Of the learning rates: 1 to the middle of the run, then down to zero in a straight line (Zhu et al. 2017)."""
    if CONFIG.get('task.decay') is not True:
        return 1
    half = CONFIG['steps'] / 2
    return max(0, 1 - max(0, step - 1 - half) / (CONFIG['steps'] - half))


def distance(a, b):
    return (a - b).abs().mean()`;

export const TWO_KINDS_PART = String.raw`class TwoKinds(Updates):
    """Learns from pictures of two kinds, of which each is drawn by itself."""

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, CONFIG['batch'], together, options)
        self.data, self.domains = data, [np.flatnonzero(data.labels == number) for number in RUN['domains']]
        for number, domain in zip(RUN['domains'], self.domains):
            if len(domain) == 0:
                raise RunError(f'None of the {data.size} images has the label {number}, which this run translates.')

    def real(self, step, place, part):
        """Pictures of this process of one kind; the part tells draws of a step apart."""
        drawn = self.draws.whole(len(self.domains[place]), self.batch, step, 'batch', part)[self.mine]
        return self.tensor(self.data.images(self.domains[place][drawn]))`;

export const CYCLE_PART = String.raw`class Pool:
    """Made pictures of the past, of which a discriminator is shown some (Shrivastava et al. 2017); the same in every process."""

    def __init__(self, name, place, tensors, filled, device):
        self.name, self.place, self.filled = name, place, filled
        self.images = tensor_of(tensors[f'{name}/images'].copy(), device)

    @torch.no_grad()
    def exchange(self, fresh, step):
        """Each picture in turn: put in while there is room, then shown or exchanged for one of the pool, as chance has it."""
        chance = iter(draws(2 * len(fresh), CONFIG['seed'], STREAM['pool'], self.place, step)[0])
        taken = []
        for image in fresh.reshape(len(fresh), -1):
            if self.filled < len(self.images):
                self.images[self.filled] = image
                self.filled += 1
            elif next(chance) >= 0.5:
                place = int(next(chance) * len(self.images))
                past = self.images[place].clone()
                self.images[place] = image
                image = past
            taken.append(image)
        return torch.stack(taken).reshape(fresh.shape)


class Game(TwoKinds):
    """CycleGAN (Zhu et al. 2017): both generators in one update, then each discriminator."""

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, data, together, options)
        filled = (facts.get('numbers') or {}).get('pools', [])[1:]
        self.pools = [Pool(name, place, tensors, int(filled[place]), together.device)
                      for place, name in enumerate(('poolA', 'poolB')[:len(filled)])]
        self.taken = facts['step']

    def rate(self, network, step):
        return CONFIG['learningRateG' if network == 'generatorAB' else 'learningRateD'] * rate_share(step)

    def scores(self, of, images):
        return self.apply(f'discriminator{of}', images).reshape(-1, 1)

    def terms(self, network, step, _):
        if network == 'generatorAB':
            return self.translate(step)
        which = 'AB'.index(network[-1])
        # The pool sees the pictures of all processes, in the order of the batch.
        fresh = self.together.gathered(self.made[which])
        shown_to = self.pools[which].exchange(fresh, step) if self.pools else fresh
        on_real, on_made = self.scores('AB'[which], self.originals[which]), self.scores('AB'[which], shown_to[self.rows])
        self.taken = step
        return {'adversarial': discriminator_loss(on_real, on_made)}

    def translate(self, step):
        a, b = self.originals = [self.real(step, place, place) for place in (0, 1)]

        def to_b(images):
            return self.apply('generatorAB', images)

        def to_a(images):
            return self.apply('generatorBA', images)

        def fooled(of, images, right):
            return generator_loss(self.scores(of, images), lambda: self.scores(of, right))

        as_b, as_a = to_b(a), to_a(b)
        self.made = [as_a.detach(), as_b.detach()]
        return {
            'adversarialAB': fooled('B', as_b, b),
            'adversarialBA': fooled('A', as_a, a),
            'cycleA': distance(to_a(as_b), a),
            'cycleB': distance(to_b(as_a), b),
            'identity': distance(to_a(a), a) + distance(to_b(b), b) if CONFIG['task.identityWeight'] else a.new_zeros(()),
        }

    @torch.no_grad()
    def samples(self):
        """Rows of given, made, back again and (where it is known) the right answer, of A, then of B."""
        grids = []
        for of, there, back in (('A', 'generatorAB', 'generatorBA'), ('B', 'generatorBA', 'generatorAB')):
            given = self.tensor(Data.SIGNED_UNIT[shown(f'given{of}')])
            made = self.apply(there, given, 'inference')
            columns = [given, made, self.apply(back, made, 'inference')]
            if RUN['aligned']:
                columns.append(self.tensor(Data.SIGNED_UNIT[shown(f'right{of}')]))
            grids.append(torch.stack(columns, 1).flatten(0, 1))
        return as_bytes(torch.cat(grids).cpu().numpy())

    def state(self):
        tensors, updates, _ = super().state()
        tensors.update({f'{pool.name}/images': pool.images.cpu().numpy() for pool in self.pools})
        return tensors, updates, {'pools': [self.taken + 1, *(pool.filled for pool in self.pools)]}`;
