// What training/updatesTrainer is, in the exported train.py: updates as run.json declares them, each down a weighted sum of
// named terms. For tasks whose steps are such updates and nothing else; the adversarial game has a part of its own.

/** A learning rate that falls. */
export const RATE_PART = String.raw`def cosine_rate(rate, step, steps):
    """Falls to nothing over the steps, along half a cosine (Loshchilov and Hutter 2017)."""
    return rate * (1 + math.cos(math.pi * min(step, steps) / steps)) / 2`;

export const UPDATES_PART = String.raw`class Updates:
    """Trains what run.json's updates say. Who inherits gives the terms of an update, its rate, its samples."""

    BETAS = None

    def __init__(self, tensors, facts, batch, together, options):
        if batch % together.count:
            raise RunError(f'A batch of {batch} cannot be shared by {together.count} processes: give another --batch.')
        self.together, self.batch = together, batch
        self.networks = {name: Network(name, tensors, together, options.batch_norm == 'all') for name in RUN['networks']}
        self.adams = {name: Adam(network, tensors, facts['updates'][learner_of(name)], self.BETAS)
                      for name, network in self.networks.items() if learner_of(name) in facts['updates']}
        self.draws = Draws(CONFIG['seed'])
        self.half = options.precision == 'bfloat16'
        share = batch // together.count
        # Of every batch this process has these images.
        self.mine = np.arange(together.rank * share, (together.rank + 1) * share)
        self.rows = torch.from_numpy(self.mine).to(together.device)
        compression = RUN['run'].get('compression') or {}
        self.masks = [(weight, full(weight != 0)) for network in RUN['keepsZeros'] if compression.get('keepsZeros')
                      for name, weight in self.networks[network].learning.items() if name.endswith('/kernel')]

    def tensor(self, array):
        return tensor_of(array, self.together.device)

    def apply(self, network, x, mode='training', seed=None):
        """A network of this name over images of this process, or over several inputs by their names; its numbers at full precision."""
        count = len(next(iter(x.values())) if isinstance(x, dict) else x)
        with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half):
            seed = CONFIG['seed'] if seed is None else seed
            return full(self.networks[network](x, mode, seed, self.rows[:count]))

    def step(self, step):
        """@returns a function that gives the step's numbers, the mean over all processes."""
        reported = {}
        for update in RUN['updates']:
            network, times = update['network'], update['times']
            for part in range(CONFIG[times] if isinstance(times, str) else times):
                terms, loss = self.terms(network, step, part), 0
                for term in update['terms']:
                    weight = term['weight']
                    loss = loss + terms[term['id']] * (CONFIG[f'task.{weight}'] if isinstance(weight, str) else weight)
                    reported[f"{network}/{term['id']}"] = terms[term['id']].detach()
                reported[network] = loss.detach()
                learners = [network, *update.get('alongside', [])]
                adams = [adam for name, adam in self.adams.items() if learner_of(name) in learners]
                learn(adams, loss, self.rate(network, step))
                with torch.no_grad():
                    for weight, mask in self.masks:
                        weight.mul_(mask)

        def numbers(stopping=False):
            values = [reported[name] for name in RUN['series']]
            values = torch.stack([*values, torch.tensor(float(stopping), device=values[0].device)])
            *found, stop = self.together.mean_(values).tolist()
            return dict(zip(RUN['series'], found)), stop > 0

        return numbers

    def settle(self):
        for network in self.networks.values():
            network.settle()

    def state(self):
        """Tensors, updates of each optimizer, other numbers: what a run file holds."""
        found = {}
        for part in (*self.networks.values(), *self.adams.values()):
            found.update(part.named())
        return found, {learner_of(name): adam.updates for name, adam in self.adams.items()}, {}


def packing():
    """Images that are judged as one."""
    return 1`;

/** What is said of a step, and what the timeline shows. */
export const REPORT_PART = String.raw`def digits(value):
    """Six decimals; an exponent where these would be zeros."""
    return f'{value:.3e}' if 0 < abs(value) < 1e-6 else f'{value:.6f}'


def progress(step, numbers):
    return f'{step} ' + ' '.join(f"[{RUN['labels'][name]}: {digits(value)}]" for name, value in numbers.items())


def shown(name):
    """An array of shown.npz: pictures that the timeline is always made of."""
    with np.load(os.path.join(FOLDER, 'shown.npz')) as arrays:
        return arrays[name]`;
