// Networks in the exported train.py: weights under the page's names and in its layouts, and the pass through the layers.

export const LAYOUT_PART = String.raw`def pair(sides):
    return tuple(sides) if isinstance(sides, list) else (sides, sides)


def same(side, kernel, stride):
    """Padding 'same' as TensorFlow has it: the odd row goes to the end."""
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    return total // 2, total - total // 2


def border(x, window, stride, padding='same'):
    """left, right, top, bottom around images [b, h, w, c]."""
    if padding == 'valid':
        return (0, 0, 0, 0)
    (height, width), (down, across) = pair(window), pair(stride)
    return (*same(x.shape[2], width, across), *same(x.shape[1], height, down))


def first(x):
    """Channels first, as PyTorch's functions take images; nothing is copied."""
    return x.permute(0, 3, 1, 2)


def last(x):
    return x.permute(0, 2, 3, 1)`;

export const NETWORK_PART = String.raw`class Use:
    """What a layer may ask for in one pass: its weights, statistics of the whole batch, dropout."""

    def __init__(self, network, place, layer, mode, seed, rows, weights):
        self.network, self.mode, self.seed, self.rows, self.weights = network, mode, seed, rows, weights
        self.place, self.layer = place, layer

    def weight(self, role):
        return self.weights.get(f"{self.layer['id']}/{role}", self.network.weights.get(f"{self.layer['id']}/{role}"))

    def fixed(self, role):
        return self.network.weights[f"{self.layer['id']}/{role}"]

    def kernel(self):
        """Divided by its largest singular value where the layer says so (Miyato et al. 2018)."""
        kernel = self.weight('kernel')
        if not self.layer.get('spectral'):
            return kernel
        direction = torch.outer(self.fixed('spectralIn'), self.fixed('spectralOut')).reshape(kernel.shape)
        return kernel / (kernel * direction).sum()

    def biased(self, x):
        bias = self.weight('bias')
        return x if bias is None else x + bias

    def mean(self, x):
        """Over the processes too, where batch norm is synchronised."""
        return self.network.together.mean(x) if self.network.synchronised else x

    def examples(self, x):
        return len(x) * (self.network.together.count if self.network.synchronised else 1)

    def dropped(self, x, rate):
        if self.mode != 'training' or rate == 0:
            return x
        volume = x[0].numel()
        numbers = self.rows.reshape(-1, 1) * volume + torch.arange(volume, device=x.device)
        seed = int(hash_seed(self.seed, self.place)[0])
        return x * dropout_mask(numbers & 0xffffffff, seed, rate).reshape(x.shape)


class Network:
    """A network of run.json; images are [b, h, w, c] between the layers, and weights lie as the page keeps them."""

    def __init__(self, name, tensors, together, synchronised):
        self.name, self.spec = name, RUN['networks'][name]
        self.together, self.synchronised = together, synchronised
        learning = [weight for weight, learns in RUN['weights'][name] if learns]
        arrays = {weight: tensor_of(tensors[f'{name}/{weight}'].copy()) for weight, _ in RUN['weights'][name]}
        # What learns lies in one block: one update and one exchange for all of it.
        empty = torch.zeros(0)
        self.block = torch.cat([arrays[weight].reshape(-1) for weight in learning] or [empty]).to(together.device)
        pieces = self.block.split([arrays[weight].numel() for weight in learning]) if learning else []
        self.learning = {weight: piece.view(arrays[weight].shape).detach().requires_grad_()
                         for weight, piece in zip(learning, pieces)}
        self.fixed = {weight: array.to(together.device) for weight, array in arrays.items() if weight not in learning}
        self.weights = {**self.learning, **self.fixed}

    def values(self, x, mode, seed=0, rows=None, weights=None, first=0, until=None):
        """Of every layer by its id, of these images or of several inputs by their names.
        mode: 'training' moves statistics and drops out, 'smooth' does neither, 'inference' uses the statistics.
        first, until: layers by their place, to pass through a part of a chain."""
        nodes = self.spec['nodes']
        found = x if isinstance(x, dict) else {nodes[first - 1]['id'] if first else self.spec['inputs'][0]['name']: x}
        found = dict(found)
        for place, layer in enumerate(nodes[first:until]):
            use = Use(self, place, layer, mode, seed, rows, self.learning if weights is None else weights)
            found[layer['id']] = LAYERS[layer['kind']](use, layer, *[found[one] for one in layer['from']])
        return found

    def __call__(self, x, mode, seed=0, rows=None, weights=None, first=0, until=None):
        """What comes out at the end, or of a part of a chain."""
        found = self.values(x, mode, seed, rows, weights, first, until)
        return found[self.spec['outputs'][0]] if until is None else list(found.values())[-1]

    @torch.no_grad()
    def refine(self):
        """One round of power iteration for each spectrally normalized kernel."""
        for layer in self.spec['nodes']:
            if not layer.get('spectral') or layer.get('frozen'):
                continue
            into, out = (self.weights[f"{layer['id']}/{role}"] for role in ('spectralIn', 'spectralOut'))
            matrix = self.weights[f"{layer['id']}/kernel"].reshape(-1, len(out))
            left = matrix @ out
            into.copy_(left / (left.norm() + 1e-12))
            right = into @ matrix
            out.copy_(right / (right.norm() + 1e-12))

    @torch.no_grad()
    def settle(self):
        """One value of each statistic for all processes, where they went apart."""
        for value in self.fixed.values():
            self.together.mean_(value)

    def named(self):
        return {f'{self.name}/{weight}': value.detach().cpu().numpy() for weight, value in self.weights.items()}`;

/** Of networks that learn. */
export const LEARNING_PART = String.raw`def learner_of(network):
    """Networks that learn as one share the first part of their names: student/generatorAB, student/generatorBA."""
    return network.split('/')[0]


def moment_name(network, moment, weight):
    """optimizer/student/m/generatorAB/conv2d_1/kernel"""
    learner, *among = network.split('/')
    return '/'.join(['optimizer', learner, moment, *among, weight])


class Adam:
    """Kingma and Ba 2015 for all of a network, in TensorFlow's form."""

    EPSILON = 1e-7

    def __init__(self, network, tensors, updates, betas=None):
        self.network, self.updates = network, updates
        self.beta1, self.beta2 = betas or (CONFIG['beta1'], CONFIG['beta2'])
        self.sizes = [weight.numel() for weight in network.learning.values()]
        self.m, self.v = (self.block(tensors, moment) for moment in 'mv')

    def block(self, tensors, moment):
        names = [moment_name(self.network.name, moment, weight) for weight in self.network.learning]
        parts = [tensor_of(tensors[name].copy()).reshape(-1) for name in names]
        return torch.cat(parts or [torch.zeros(0)]).to(self.network.block.device)

    def rate(self, update, rate):
        return rate * math.sqrt(1 - self.beta2 ** update) / (1 - self.beta1 ** update)

    @torch.no_grad()
    def apply(self, gradients, rate):
        """Takes the mean over the processes and moves the weights; None stands for a weight that was not used."""
        self.updates += 1
        weights = self.network.learning.values()
        parts = [(torch.zeros_like(w) if g is None else g).reshape(-1) for w, g in zip(weights, gradients)]
        if not parts:
            return
        gradient = self.network.together.mean_(torch.cat(parts))
        self.m.lerp_(gradient, 1 - self.beta1)
        self.v.mul_(self.beta2).addcmul_(gradient, gradient, value=1 - self.beta2)
        self.network.block.addcdiv_(self.m, self.v.sqrt().add_(self.EPSILON), value=-self.rate(self.updates, rate))

    def norms(self):
        """Of the gradient as it is remembered, and of the weights."""
        bias = 1 - self.beta1 ** self.updates
        norms = {'gradient': self.m.norm().item() / bias if self.updates else 0, 'weights': self.network.block.norm().item()}
        return {name: norm if math.isfinite(norm) else None for name, norm in norms.items()}

    def named(self):
        found = {}
        for moment in 'mv':
            pieces = getattr(self, moment).cpu().split(self.sizes) if self.sizes else []
            for (weight, value), piece in zip(self.network.learning.items(), pieces):
                found[moment_name(self.network.name, moment, weight)] = piece.view(value.shape).numpy()
        return found


def learn(adams, loss, rate):
    """One update of these optimizers' networks down one loss."""
    weights = [list(adam.network.learning.values()) for adam in adams]
    every = sum(weights, [])
    gradients = iter(torch.autograd.grad(loss, every, allow_unused=True) if every else ())
    for adam, own in zip(adams, weights):
        adam.apply([next(gradients) for _ in own], rate)`;
