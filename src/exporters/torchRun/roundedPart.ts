// tasks/quantizeAware with compression/fakeQuantize and tasks/pupil, in the exported train.py.

export const ROUNDED_PART = String.raw`class FakeQuantized(torch.autograd.Function):
    """What an int8 tensor holds of numbers; gradients pass where nothing saturates (Jacob et al. 2018)."""

    @staticmethod
    def forward(context, x, scale, zero_point):
        low, high = -128 - zero_point, 127 - zero_point
        context.save_for_backward((x >= low * scale) & (x <= high * scale))
        y = x / scale
        return (torch.sign(y) * torch.floor(y.abs() + 0.5)).clamp(low, high) * scale

    @staticmethod
    def backward(context, gradient):
        (inside,) = context.saved_tensors
        return gradient * inside, None, None


class RoundedWeights(torch.autograd.Function):
    """Weights as symmetric integers hold them, with a scale for each index of an axis or one for all."""

    @staticmethod
    def forward(_, weights, limit, axis):
        others = tuple(i for i in range(weights.dim()) if i != axis)
        scales = (weights.abs().amax(others, True) / limit).clamp_min(1e-20)
        return torch.floor(weights / scales + 0.5).clamp(-limit, limit) * scales

    @staticmethod
    def backward(_, gradient):
        return gradient, None, None


def affine_of(least, most):
    """Scale and zero point of a range; zero is met exactly."""
    low = min(0, least)
    scale = float(np.float32((max(0, most) - low) / 255)) or 1
    return scale, max(-128, min(127, int(math.floor(-128 - low / scale + 0.5))))


class RoundedUse(Use):
    """Of a node of a folded generator: a student's kernels are rounded, and some weights never change."""

    def weight(self, role):
        constant = self.layer.get('constants', {}).get(role)
        return super().weight(role) if constant is None else torch.tensor(constant, device=self.network.block.device)

    def kernel(self):
        kernel, rounding = self.weight('kernel'), self.layer.get('rounding')
        return RoundedWeights.apply(kernel, rounding['limit'], rounding['axis']) if rounding else kernel


def layer_scaleShift(use, layer, x):
    return use.biased(x * use.kernel())


LAYERS['scaleShift'] = layer_scaleShift


class Game(Imitation):
    """Quantization-aware training (Jacob et al. 2018): the folded generator draws through rounded numbers; their ranges follow."""

    SHARE = 0.02

    def __init__(self, tensors, facts, data, together, options):
        super().__init__({**tensors, **constants('')}, facts, data, together, options)
        numbers = facts['numbers']['student/ranges']
        pairs, self.ranges = iter(zip(numbers[0::2], numbers[1::2])), {}
        for pupil in self.pupils:
            # Of the input, then of each node.
            count = 1 + len(RUN['networks'][pupil['name']]['nodes'])
            self.ranges[pupil['name']] = [next(pairs) for _ in range(count)]
        self.extremes = {}

    def affine(self, place, layer, ranges):
        if layer['affine']:
            return layer['affine']
        # Only what its one reader can tell apart counts.
        (least, most), (low, high) = ranges[place], layer['reach']
        return affine_of(least if low is None else max(least, low), most if high is None else min(most, high))

    def walk(self, name, rows, watched, handed):
        """What a folded generator draws of rows of numbers, and where it looks."""
        network = self.networks[name]
        values = {network.spec['inputs'][0]['name']: rows}
        for place, layer in enumerate(network.spec['nodes'], 1):
            use = RoundedUse(network, place, layer, 'training', 0, None, network.learning)
            x = LAYERS[layer['kind']](use, layer, *[values[one] for one in layer['from']])
            values[layer['id']] = handed(place, layer, F.relu(x) if layer.get('relu') else x)
        return [values[network.spec['outputs'][0]], *(attention(values[layer]) for layer in watched)]

    def wanted(self, place, given):
        pupil = self.pupils[place]
        return self.walk(pupil['teacher'], given.flatten(1), pupil['watched'], lambda _, layer, x: x)

    def drawn(self, place, given):
        pupil = self.pupils[place]
        ranges, extremes = self.ranges[pupil['name']], self.extremes.setdefault(pupil['name'], {})

        def handed(node, layer, x):
            if layer['keepsScale']:
                return x
            extremes[node] = torch.stack([x.detach().min(), x.detach().max()])
            return FakeQuantized.apply(x, *self.affine(node, layer, ranges))

        rows = FakeQuantized.apply(given.flatten(1), *affine_of(*ranges[0]))
        return self.walk(pupil['name'], rows, pupil['watched'], handed)

    def step(self, step):
        numbers = super().step(step)
        self.hold_zeros()
        for name, extremes in self.extremes.items():
            ranges, every = self.ranges[name], self.together.gathered(torch.stack(list(extremes.values()))[None])
            seen = torch.stack([every[..., 0].amin(0), every[..., 1].amax(0)], -1)
            for node, pair in zip(extremes, seen.tolist()):
                ranges[node] = tuple(old + self.SHARE * (new - old) for old, new in zip(ranges[node], pair))
        return numbers

    def state(self):
        tensors, updates, numbers = super().state()
        ends = [end for pupil in self.pupils for pair in self.ranges[pupil['name']] for end in pair]
        return tensors, updates, {**numbers, 'student/ranges': ends}`;
