// The adversarial step in the exported train.py: training/trainer and what stands beside it, written again in PyTorch.

/** What a generator is given. */
export const LATENTS_PART = String.raw`def generator_input(latents, classes):
    """Latents [n, size]; the class stands behind each as a one, or says in which generator's slot it lies."""
    if classes is None:
        return latents
    count, n = RUN['classes']['count'], len(latents)
    if RUN['classes']['source'] == 'labels':
        return np.concatenate([latents, np.eye(count, dtype=np.float32)[classes]], 1)
    slots = np.zeros((n, count, latents.shape[1]), np.float32)
    slots[np.arange(n), classes] = latents
    return slots.reshape(n, -1)`;

export const GAME_PART = String.raw`class Head:
    """How the discriminator's numbers are read where there are classes: a projection, a guess, or a choice of generators."""

    def __init__(self):
        self.use = RUN['classes']

    def score(self, out, rows):
        out = full(out)
        if self.use is None:
            return out
        own, of_classes = out[:, :1], out[:, 1:]
        if self.use['head'] == 'projection':
            return own + (of_classes * rows).sum(1, keepdim=True)
        return own if self.use['head'] == 'auxiliary' else own - torch.logsumexp(of_classes, 1, keepdim=True)

    def surprise(self, out, rows):
        if self.use is None or self.use['head'] == 'projection':
            return None
        return -(F.log_softmax(full(out[:, 1:]), 1) * rows).sum(1).mean()


class Adversarial:
    """Both networks, their optimizers, and a step: a function of the configuration, the weights and the step's number."""

    def __init__(self, tensors, facts, data, together, options):
        updates = facts['updates']
        self.data, self.together, self.head = data, together, Head()
        synchronised = options.batch_norm == 'all'
        self.generator = Network('generator', tensors, together, synchronised)
        self.discriminator = Network('discriminator', tensors, together, synchronised)
        self.average = Network('average', tensors, together, False) if 'average' in RUN['networks'] else None
        self.adam_g = Adam(self.generator, tensors, updates['generator'])
        self.adam_d = Adam(self.discriminator, tensors, updates['discriminator'])
        self.draws = Draws(CONFIG['seed'])
        self.half = options.precision == 'bfloat16'
        compression = RUN['run'].get('compression') or {}
        self.masks = {name: full(weight != 0) for name, weight in self.generator.learning.items()
                      if compression.get('keepsZeros') and name.endswith('/kernel')}
        # Of every batch this process has these images, and of packed ones these.
        packs = CONFIG['batch'] // CONFIG['packing']
        share = packs // together.count
        mine = np.arange(together.rank * share, (together.rank + 1) * share)
        self.mine = np.concatenate([place * packs + mine for place in range(CONFIG['packing'])])
        self.rows, self.packed_rows = (torch.from_numpy(rows).to(together.device) for rows in (self.mine, mine))
        self.mine_packed = mine

    # -- What a step takes from outside the networks.

    def tensor(self, array):
        return tensor_of(array, self.together.device)

    def indices(self, step, part):
        return self.draws.whole(self.data.size, CONFIG['batch'], step, 'batch', part)[self.mine]

    def real(self, step, part):
        return self.tensor(self.data.images(self.indices(step, part)))

    def classes(self, step, stream, part):
        """Of this process' images: labels beside the real ones, or drawn."""
        if self.head.use is None:
            return None
        if stream == 'classesD' and self.head.use['source'] == 'labels':
            return self.data.labels[self.indices(step, part)].astype(np.int64)
        return self.draws.whole(self.head.use['count'], CONFIG['batch'], step, stream, part)[self.mine]

    def one_hot(self, classes):
        return None if classes is None else self.tensor(np.eye(self.head.use['count'], dtype=np.float32)[classes])

    def noise(self, step, stream, classes, *part):
        size = RUN['latentSize']
        drawn = self.draws.normal(CONFIG['batch'] * size, step, stream, *part).reshape(-1, size)[self.mine]
        return self.tensor(generator_input(drawn.astype(np.float32), classes))

    def treated(self, images, step, stream, part):
        batch, (height, width) = CONFIG['batch'], images.shape[1:3]

        def draw(use, count):
            return self.draws.uniform(count, step, stream, part, use)

        def whole(below, numbers):
            return self.tensor(np.floor(below * numbers).astype(np.int64)[self.mine])

        kind = CONFIG['augment']
        if kind == 'colour-translation-cutout':
            images = coloured(images, self.tensor(draw(1, 3 * batch).reshape(3, -1)[:, self.mine].astype(np.float32)))
        if kind != 'none':
            for use, axis, side in ((2, 1, height), (3, 2, width)):
                most = int(math.floor(side * 0.125 + 0.5))
                images = shifted(images, whole(2 * most + 1, draw(use, batch)) - most, axis)
        if kind not in ('none', 'translation'):
            places = draw(4, 2 * batch).reshape(-1, 2)
            images = punched(images, whole(height + 1, places[:, 0]), whole(width + 1, places[:, 1]))
        if CONFIG['instanceNoise'] > 0:
            deviation = CONFIG['instanceNoise'] * max(0, 1 - (step - 1) / CONFIG['instanceNoiseSteps'])
            if deviation > 0:
                volume = images[0].numel()
                noise = self.draws.normal(batch * volume, step, stream, part, 0).reshape(batch, *images.shape[1:])
                images = images + self.tensor((deviation * noise[self.mine]).astype(np.float32))
        return pack(images, CONFIG['packing'])

    # -- The step.

    def judge(self, images, mode, seed=0, weights=None):
        with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half and mode == 'training'):
            return self.discriminator(images, mode, seed, self.packed_rows, weights)

    def draw(self, noise):
        with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half):
            return full(self.generator(noise, 'training', CONFIG['seed'], self.rows))

    def update_discriminator(self, step, part):
        self.discriminator.refine()
        classes = self.classes(step, 'classesD', part)
        rows = self.one_hot(classes)
        with torch.no_grad():
            fake = self.treated(self.draw(self.noise(step, 'latentsD', classes, part)), step, 'treatedFake', part)
            real = self.treated(self.real(step, part), step, 'treatedReal', part)
        out_real, out_fake = (
            self.judge(images, 'training', self.draws.seed_of(STREAM[stream], step, part))
            for images, stream in ((real, 'dropoutReal'), (fake, 'dropoutFake')))
        on_real, on_fake = self.head.score(out_real, rows), self.head.score(out_fake, rows)
        loss = discriminator_loss(on_real, on_fake)
        surprise = self.head.surprise(out_fake, rows)
        if surprise is not None:
            labelled = self.head.use['source'] == 'labels'
            loss = loss + ((surprise + self.head.surprise(out_real, rows)) * 0.5 if labelled else surprise)

        def slopes(images):
            """Squared length of the score's gradient by each image; can be differentiated again."""
            images = images.detach().requires_grad_()
            score = self.head.score(self.judge(images, 'smooth'), rows).sum()
            (gradient,) = torch.autograd.grad(score, images, create_graph=True)
            return gradient.reshape(len(gradient), -1).square().sum(1)

        def uniforms():
            count = CONFIG['batch'] // CONFIG['packing']
            drawn = self.draws.uniform(count, step, 'penalty', part)[self.mine_packed]
            return self.tensor(drawn.astype(np.float32)).reshape(-1, 1, 1, 1)

        extra = penalty(slopes, real, fake, uniforms)
        learn([self.adam_d], loss if extra is None else loss + extra, CONFIG['learningRateD'])
        if weight_bound() is not None:
            self.discriminator.block.clamp_(-weight_bound(), weight_bound())
        return loss.detach(), on_real.detach(), on_fake.detach()

    def update_generator(self, step):
        later = CONFIG['dSteps']
        classes = self.classes(step, 'classesG', 0)
        fake = self.treated(self.draw(self.noise(step, 'latentsG', classes)), step, 'treatedG', 0)

        def real():
            """The first batch that no update of the discriminator has seen in this step."""
            return self.treated(self.real(step, later), step, 'treatedG', 1)

        weights = self.unrolled(real(), fake) if CONFIG['unrolledSteps'] > 0 else None

        def judged(images, part):
            seed = self.draws.seed_of(STREAM['dropoutG'], step, part)
            return self.judge(images, 'smooth' if weights else 'training', seed, weights)

        def on_real():
            return self.head.score(judged(real(), 1), self.one_hot(self.classes(step, 'classesD', later)))

        rows, out = self.one_hot(classes), judged(fake, 0)
        loss = generator_loss(self.head.score(out, rows), on_real)
        if self.head.use is not None and self.head.use['head'] == 'auxiliary':
            loss = loss + self.head.surprise(out, rows)
        learn([self.adam_g], loss, CONFIG['learningRateG'])
        with torch.no_grad():
            for name, mask in self.masks.items():
                self.generator.learning[name].mul_(mask)
            if self.average:
                share = (1 - CONFIG['emaDecay']) / (1 - CONFIG['emaDecay'] ** self.adam_g.updates)
                for name, value in self.average.weights.items():
                    value.lerp_(self.generator.weights[name], share)
        return loss.detach()

    def unrolled(self, real, fake):
        """The discriminator's weights after further updates, as a function of the fakes (Metz et al. 2017)."""
        adam, beta1, beta2 = self.adam_d, CONFIG['beta1'], CONFIG['beta2']
        names, weights = list(self.discriminator.learning), list(self.discriminator.learning.values())
        m, v = ([piece.view(w.shape) for piece, w in zip(block.split(adam.sizes), weights)] for block in (adam.m, adam.v))
        for ahead in range(1, CONFIG['unrolledSteps'] + 1):
            on_real, on_fake = (self.judge(images, 'smooth', 0, dict(zip(names, weights))) for images in (real, fake))
            loss = discriminator_loss(on_real, on_fake)
            gradients = torch.autograd.grad(loss, weights, create_graph=True, allow_unused=True)
            rate = adam.rate(adam.updates + ahead, CONFIG['learningRateD'])
            for i, gradient in enumerate(gradients):
                if gradient is None:
                    continue
                gradient = self.together.mean(gradient)
                m[i] = m[i] * beta1 + gradient * (1 - beta1)
                v[i] = v[i] * beta2 + gradient.square() * (1 - beta2)
                # A root has no slope at 0: epsilon stands below it too.
                length = torch.sqrt(v[i] + adam.EPSILON ** 2) + adam.EPSILON
                weights[i] = weights[i] - m[i] * rate / length
        return dict(zip(names, weights))

    def step(self, step):
        """@returns a function that gives the step's numbers, the mean over all processes."""
        for part in range(CONFIG['dSteps']):
            d_loss, on_real, on_fake = self.update_discriminator(step, part)
        g_loss = self.update_generator(step)

        def numbers(stopping=False):
            sums = torch.stack([d_loss, g_loss, on_real.mean(), on_fake.mean(),
                                torch.tensor(float(stopping), device=d_loss.device)])
            d, g, mean_real, mean_fake, stop = self.together.mean_(sums).tolist()
            over_real, over_fake = (mean_fake, mean_real) if COMPARES_SCORES else (BOUNDARY, BOUNDARY)
            right = torch.stack([full(on_real - over_real > 0).mean(), full(on_fake - over_fake < 0).mean()])
            right = self.together.mean_(right).tolist()
            return {'dLoss': d, 'gLoss': g, 'accuracyReal': right[0], 'accuracyFake': right[1]}, stop > 0

        return numbers

    @property
    def class_count(self):
        return self.head.use['count'] if self.head.use else 0

    def drawn(self, latents, classes):
        """Images of the averaged generator, where there is one."""
        rows = self.tensor(generator_input(latents, classes if self.head.use else None))
        return (self.average or self.generator)(rows, 'inference')

    @torch.no_grad()
    def samples(self):
        """Images of the run's fixed noise as bytes [count, h, w, c]."""
        classes = np.array(RUN['gridClasses'])
        latents = latent_rows('fixedLatents', CONFIG['seed'], np.arange(len(classes)), RUN['latentSize'])
        images = self.drawn(latents, classes).cpu().numpy()
        return np.clip(np.floor((images.astype(np.float64) + 1) * 127.5 + 0.5), 0, 255).astype(np.uint8)

    def settle(self):
        for network in (self.generator, self.discriminator, self.average):
            if network:
                network.settle()

    def state(self):
        found = {}
        for part in (self.generator, self.discriminator, self.average, self.adam_g, self.adam_d):
            found.update(part.named() if part else {})
        return found, {'generator': self.adam_g.updates, 'discriminator': self.adam_d.updates}, {}


def packing():
    """Images that are judged as one."""
    return CONFIG['packing']


def progress(step, numbers):
    accuracy = 50 * (numbers['accuracyReal'] + numbers['accuracyFake'])
    return f"{step} [D loss: {numbers['dLoss']:.6f}, acc.: {accuracy:.2f}%] [G loss: {numbers['gLoss']:.6f}]"`;

/** Networks that stay as they are. */
export const PLAIN_GAME_PART = `Game = Adversarial`;
