// What tasks share in which a smaller generator learns to draw what a trained one draws (tasks/imitation with
// teachers/noiseTeacher), and distillation, which is that and nothing else, in the exported train.py.

export const IMITATION_PART = String.raw`STREAM['lesson'] = RUN['imitation']['stream']


class Imitation(Updates):
    """A student learns to draw what the trained generator draws from the same noise. Who inherits says how it becomes smaller."""

    BETAS = (0.9, 0.999)

    def __init__(self, tensors, facts, _, together, options):
        super().__init__(tensors, facts, CONFIG['batch'], together, options)
        self.facts, self.steps = facts, CONFIG['task.steps']
        # Networks of the other run that take no part go along.
        own = ('student/', 'optimizer/student/', 'mask/')
        self.carried = {name: values for name, values in tensors.items() if not name.startswith(own)}
        self.hold({name[len('mask/'):]: values for name, values in tensors.items() if name.startswith('mask/')})

    @torch.no_grad()
    def hold(self, masks):
        """From now on these weights are zero, and no others."""
        self.held = {name: self.tensor(mask) for name, mask in masks.items()}
        self.hold_zeros()

    @torch.no_grad()
    def hold_zeros(self):
        for name, mask in self.held.items():
            self.networks['student'].weights[name].mul_(mask)

    def rate(self, _, step):
        return cosine_rate(RUN['imitation']['rate'], step - 1, self.steps)

    def given(self, step):
        """Noise of this process' images, each class in turn."""
        size = RUN['latentSize']
        drawn = self.draws.normal(self.batch * size, step, 'lesson').reshape(-1, size).astype(np.float32)
        classes = np.arange(self.batch) % RUN['classes']['count'] if RUN['classes'] else None
        return self.tensor(generator_input(drawn, classes)[self.mine])

    def wanted(self, given):
        return self.apply(RUN['imitation']['teacher'], given, 'inference')

    def drawn(self, given):
        return self.apply('student', given)

    def terms(self, network, step, _):
        given = self.given(step)
        with torch.no_grad():
            wanted = self.wanted(given)
        apart = self.drawn(given) - wanted
        return {'distance': 0.5 * (apart.square().mean() + apart.abs().mean())}

    def samples(self):
        """The page draws what comes of it."""
        return None

    def state(self):
        tensors, updates, _ = super().state()
        masks = {f'mask/{name}': mask.cpu().numpy() for name, mask in self.held.items()}
        return {**tensors, **self.carried, **masks}, {**self.facts['updates'], **updates}, self.facts.get('numbers') or {}`;

export const DISTILL_PART = String.raw`class Game(Imitation):
    """Knowledge distillation (Hinton et al. 2015)."""`;
