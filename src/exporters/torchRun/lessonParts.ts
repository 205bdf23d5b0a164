// What smaller generators are given to learn from, by the run that they come of (tasks/teachers and the translators of each task), in
// the exported train.py: who inherits from `Lesson` says how they become smaller.

export const NOISE_LESSON_PART = String.raw`STREAM['lesson'] = RUN['imitation']['stream']


class Lesson(Updates):
    """The teacher and its student draw from the same noise."""

    def __init__(self, tensors, facts, _, together, options):
        super().__init__(tensors, facts, CONFIG['batch'], together, options)

    def lesson(self, step):
        """Noise of this process' images, each class in turn."""
        size = RUN['latentSize']
        drawn = self.draws.normal(self.batch * size, step, 'lesson').reshape(-1, size).astype(np.float32)
        classes = np.arange(self.batch) % RUN['classes']['count'] if RUN['classes'] else None
        return [self.tensor(generator_input(drawn, classes)[self.mine])], None, None`;

export const CYCLE_LESSON_PART = String.raw`class Lesson(TwoKinds):
    """Both ways of a CycleGAN are taught at once, and its discriminators judge."""

    def lesson(self, step):
        """What each way is given, what each is to leave as it is, and how little what they make of the former fools."""
        a, b = (self.real(step, place, RUN['imitation']['stream'] + place) for place in (0, 1))

        def scores(of, images):
            return self.apply(f'source/discriminator{of}', images, 'inference').reshape(-1, 1)

        def fooled(made):
            as_b, as_a = made
            return 0.5 * (generator_loss(scores('B', as_b), lambda: scores('B', b))
                          + generator_loss(scores('A', as_a), lambda: scores('A', a)))

        return [a, b], [b, a] if CONFIG['task.identityWeight'] > 0 else None, fooled`;

export const PAIR_LESSON_PART = String.raw`class Lesson(Pairs):
    """A translator that learned from pairs, and its discriminator judges."""

    def lesson(self, step):
        given, right = self.pairs(step, RUN['imitation']['stream'])

        def scores(answer):
            return self.apply('source/discriminator', torch.cat([given, answer], 3), 'inference').reshape(-1, 1)

        return [given], None, lambda made: generator_loss(scores(made[0]), lambda: scores(right))`;

export const PICTURE_LESSON_PART = String.raw`class Lesson(Updates):
    """What a student of a style paints of pictures; nobody judges."""

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, CONFIG['batch'], together, options)
        self.data = data

    def lesson(self, step):
        drawn = self.draws.whole(self.data.size, self.batch, step, 'batch', RUN['imitation']['stream'])[self.mine]
        return [self.tensor(self.data.images(drawn))], None, None`;
