// tasks/prune with the rules of compression/pruneSchedule, pruneWeights and pruneChannels, in the exported train.py.

export const PRUNE_PART = String.raw`class Channels:
    """Which channels of the student's layers matter most, and the student without the others (compression/pruneChannels)."""

    def __init__(self, flow, nodes):
        self.flow, self.nodes, self.slots = flow, nodes, flow['slots']

    def count(self, value):
        return sum(channels for _, channels in self.flow['values'][value])

    @staticmethod
    def energy(kernel, axis, channels):
        """Squares summed for each index of one axis, folded to so many channels."""
        along = np.square(kernel.astype(np.float64)).sum(tuple(i for i in range(kernel.ndim) if i != axis))
        return np.bincount(np.arange(len(along)) % channels, along, channels)

    def worth(self, weights):
        """Of each channel of each layer: the norm of what makes it times the norm of what reads it."""
        worth, made = [np.zeros(channels) for channels in self.slots], {}
        for layer in self.nodes:
            name, before = layer['id'], layer['from'][0]
            inputs = [made.get(value, np.zeros(self.count(value))) for value in layer['from']]
            if name in self.flow['axes']:
                kernel, (into, out) = weights[f'{name}/kernel'], self.flow['axes'][name]
                read, offset = self.energy(kernel, into, self.count(before)), 0
                for slot, channels in self.flow['values'][before]:
                    if slot is not None:
                        worth[slot] += (inputs[0] * read)[offset:offset + channels]
                    offset += channels
                made[name] = self.energy(kernel, out, self.count(name))
            elif layer['kind'] == 'batchNorm':
                channels = len(inputs[0])
                gamma, variance = (weights[f'{name}/{role}'].astype(np.float64) for role in ('gamma', 'movingVariance'))
                gain = np.square(gamma) / (variance + 1e-3) * (channels / len(gamma))
                made[name] = inputs[0] * np.bincount(np.arange(len(gain)) % channels, gain, channels)
            else:
                made[name] = np.concatenate(inputs) if name in self.flow['joined'] else inputs[0]
        return [np.sqrt(squares) for squares in worth]

    def kept(self, weights, share):
        """Whether each channel of each layer stays: all but the share of those that can be cut, at least one."""
        worth, shared = self.worth(weights), self.flow['sharedWith']
        found = []
        for slot, channels in enumerate(self.slots):
            stays = np.ones(channels, bool)
            if shared[slot] not in self.flow['whole']:
                together = sum(own for other, own in enumerate(worth) if shared[other] == shared[slot])
                stay = max(1, channels - int(math.floor(share * channels + 0.5)))
                stays[np.argsort(-together, kind='stable')[stay:]] = False
            found.append(stays)
        return found

    def stays(self, value, kept):
        return np.concatenate([np.ones(channels, bool) if slot is None else kept[slot]
                               for slot, channels in self.flow['values'][value]])

    def reading_masks(self, weights, kept):
        """0 for the weights that read channels which go."""
        masks = {}
        for layer in self.nodes:
            stays = self.stays(layer['from'][0], kept)
            if layer['id'] not in self.flow['axes'] or stays.all():
                continue
            kernel, (into, _) = weights[f"{layer['id']}/kernel"], self.flow['axes'][layer['id']]
            shape = [1] * kernel.ndim
            shape[into] = -1
            reads = np.resize(stays, kernel.shape[into]).astype(np.float32).reshape(shape)
            masks[f"{layer['id']}/kernel"] = np.broadcast_to(reads, kernel.shape).copy()
        return masks

    def cut(self, weights, kept):
        """The weights without the channels that go."""
        narrow = {}
        for name, values in weights.items():
            layer, role = name.rsplit('/', 1)
            node = next(one for one in self.nodes if one['id'] == layer)
            before, after = self.stays(node['from'][0], kept), self.stays(layer, kept)
            if layer in self.flow['axes']:
                into, out = self.flow['axes'][layer]
                if role == 'kernel':
                    values = values.compress(np.resize(before, values.shape[into]), into)
                axis, stays = out if role == 'kernel' else 0, after
            else:
                # A depthwise kernel counts its channels on axis 2.
                axis, stays = 2 if values.ndim == 4 else 0, before
            narrow[name] = values.compress(np.resize(stays, values.shape[axis]), axis)
        return narrow


def magnitude_mask(values, share):
    """0 for the share of the weights with the smallest magnitudes; ties go by position."""
    mask = np.ones(values.size, np.float32)
    mask[np.argsort(np.abs(values).reshape(-1), kind='stable')[:int(share * values.size)]] = 0
    return mask.reshape(values.shape)


class Game(Imitation):
    """Pruning on a schedule (Zhu and Gupta 2017): single weights, or channels that are silenced first and cut out half way."""

    ROUNDS = 10

    def __init__(self, tensors, facts, data, together, options):
        self.widths = (facts.get('numbers') or {}).get('student/widths')
        if self.widths:
            self.take_narrow()
        super().__init__(tensors, facts, data, together, options)
        self.options, self.by_channels = options, CONFIG['task.target'] == 'channels'
        self.share, part = CONFIG['task.share'], int(math.floor(0.5 * self.steps + 0.5))
        self.pruning = part if self.by_channels else max(1, part)

    @staticmethod
    def take_narrow():
        """Students are described as they are after the cut."""
        for pupil in RUN['imitation']['pupils']:
            RUN['networks'][pupil['name']] = pupil['narrow'] or RUN['networks'][pupil['name']]

    def rate(self, network, step):
        """The narrower network begins anew."""
        speed = RUN['imitation']['rate']
        if not self.by_channels:
            return super().rate(network, step)
        if step <= self.pruning:
            return cosine_rate(speed, step - 1, self.pruning)
        return cosine_rate(speed, step - self.pruning - 1, self.steps - self.pruning)

    def each(self):
        """Students by name with their weights, the same in every process, and what is known of their channels."""
        self.settle()
        for pupil in self.pupils:
            network = self.networks[pupil['name']]
            weights = {name: value.detach().cpu().numpy() for name, value in network.weights.items()}
            channels = Channels(pupil['channels'], network.spec['nodes']) if pupil['channels'] else None
            yield pupil['name'], weights, channels

    def choose(self, share):
        masks = {}
        for student, weights, channels in self.each():
            own = (channels.reading_masks(weights, channels.kept(weights, share)) if self.by_channels else
                   {name: magnitude_mask(values, share) for name, values in weights.items() if name.endswith('/kernel')})
            masks.update({f'{student}/{name}'[len(STUDENT):]: mask for name, mask in own.items()})
        self.hold(masks)

    def cut(self):
        """What is cut is exactly what was silent."""
        self.widths, narrow = [], {}
        for student, weights, channels in self.each():
            kept = channels.kept(weights, self.share)
            self.widths += [int(stays.sum()) for stays in kept]
            for name, values in channels.cut(weights, kept).items():
                narrow[f'{student}/{name}'] = values
                narrow.update({moment_name(student, moment, name): np.zeros_like(values) for moment in 'mv'})
        self.take_narrow()
        for student in (pupil['name'] for pupil in self.pupils):
            self.networks[student] = Network(student, narrow, self.together, self.options.batch_norm == 'all')
            self.adams[student] = Adam(self.networks[student], narrow, 0, self.BETAS)
        self.hold({})

    def step(self, step):
        numbers = super().step(step)
        every = max(1, self.pruning // self.ROUNDS)
        if step <= self.pruning and (step % every == 0 or step == self.pruning):
            self.choose(self.share * (1 - (1 - step / self.pruning) ** 3))
        else:
            self.hold_zeros()
        if step == self.pruning and self.by_channels:
            self.cut()
        return numbers

    def state(self):
        tensors, updates, numbers = super().state()
        return tensors, updates, {**numbers, 'student/widths': self.widths} if self.widths else numbers`;
