// training/growingTrainer with core/growth and training/fadingPictures, in the exported train.py.

export const GROWING_PART = String.raw`class Game(Adversarial):
    """Networks that grow with the images (Karras et al. 2018). Every part of growing has its own, which begin with the weights of
    those before, and optimizers that begin anew."""

    def __init__(self, tensors, facts, data, together, options):
        self.options, self.part, self.now = options, int(facts['numbers']['growth'][0]), (0, False, 1)
        self.describe()
        super().__init__(tensors, facts, data, together, options)

    def describe(self):
        """From here on the networks are those of this part."""
        self.roles = [name for name in ('generator', 'discriminator', 'average') if f'{name}@{self.part}' in RUN['networks']]
        for name in self.roles:
            RUN['networks'][name] = RUN['networks'][f'{name}@{self.part}']
            RUN['weights'][name] = RUN['weights'][f'{name}@{self.part}']

    @staticmethod
    def moment(step):
        """The size (0 is the smallest), whether it is faded in, and how much of it counts, at a step from 1."""
        fade, stay = CONFIG['task.fadeSteps'], CONFIG['task.stageSteps']
        after = step - 1 - stay
        if after < 0:
            return 0, False, 1
        stage, within = 1 + after // (fade + stay), after % (fade + stay)
        if stage >= RUN['stages']:
            return RUN['stages'] - 1, False, 1
        return (stage, True, (within + 1) / fade) if within < fade else (stage, False, 1)

    def enter(self, step):
        """Makes the networks those of a step, as far as they are not, and sets how much of a new size counts."""
        stage, fading, share = self.now = self.moment(step)
        part = 2 * stage - (1 if fading else 0)
        if part != self.part:
            self.part = part
            self.grow()
        fade = RUN['fades'].get(str(part))
        for network in (self.generator, self.discriminator, self.average) if fade else ():
            for name, value in ((fade['before'], 1 - share), (fade['now'], share)) if network else ():
                network.weights[name].fill_(value)

    def grow(self):
        """Layers that were there keep their weights; an average knows new ones as the generator has them."""
        known, fresh, tensors = super().state()[0], constants(f'{self.part}/'), {}
        self.describe()
        for role in self.roles:
            source = 'generator' if role == 'average' else role
            for name, learns in RUN['weights'][role]:
                origin = f'{source}/{name}'
                values = tensors[f'{role}/{name}'] = fresh[origin] if origin in fresh else known[f'{role}/{name}']
                if learns and role == source:
                    tensors.update({f'optimizer/{role}/{moment}/{name}': np.zeros_like(values) for moment in 'mv'})
        counts = {'updates': {'generator': 0, 'discriminator': 0}}
        super().__init__(tensors, counts, self.data, self.together, self.options)

    def real(self, step, part):
        """While a size is faded in, what it adds counts as much in real images."""
        images, (stage, fading, share) = super().real(step, part), self.now
        if not fading:
            return images
        n, height, width, channels = images.shape
        square = 2 ** (RUN['stages'] - stage)
        squares = images.double().reshape(n, height // square, square, width // square, square, channels)
        means = squares.mean((2, 4), keepdim=True)
        return full(means + share * (squares - means)).reshape(images.shape)

    def step(self, step):
        self.enter(step)
        numbers, (stage, fading, share) = super().step(step), self.now
        side = RUN['imageShape'][0] / 2 ** (RUN['stages'] - 1 - stage) * ((1 + share) / 2 if fading else 1)

        def with_side(stopping=False):
            found, stop = numbers(stopping)
            return {**found, 'side': side}, stop

        return with_side

    def state(self):
        tensors, updates, _ = super().state()
        return tensors, updates, {'growth': [self.part]}`;
