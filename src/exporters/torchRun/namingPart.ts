// tasks/classifier and tasks/retrain with what stands beside them (metrics/evaluator, retrain/variants), in the exported train.py.

/** What both have: images varied at random, the order of an epoch, a rate that falls. */
export const NAMING_PART = String.raw`def epoch_order(size, first):
    """The order in which the epoch that begins after so many steps sees its images."""
    order, chance = np.arange(size), draws(max(0, size - 1), CONFIG['seed'], 7, first)[0]
    for i in range(size - 1, 0, -1):
        j = int(chance[size - 1 - i] * (i + 1))
        order[i], order[j] = order[j], order[i]
    return order


def augmented(pixels, how, seeds, step, places):
    """Bytes [n, h, w, c] shifted, turned, grown and mirrored a little, as numbers from -1 to 1; bilinear, 0 outside."""
    n, height, width, _ = pixels.shape
    chance = draws(5, seeds, step, places)
    angle, size, dy, dx = (2 * chance[:, :4] - 1).T * np.array([[how['turn']], [how['scale']], [how['shift']], [how['shift']]])
    angle, size = angle * np.pi / 180, 1 + size
    flip = np.where(how['mirror'] & (chance[:, 4] < 0.5), -1, 1)
    cy, cx = (height - 1) / 2, (width - 1) / 2
    cos, sin, dy, dx, flip = (part.reshape(-1, 1, 1) for part in (np.cos(angle) / size, np.sin(angle) / size, dy, dx, flip))
    v, u = np.arange(height).reshape(1, -1, 1) - cy - dy, flip * (np.arange(width).reshape(1, 1, -1) - cx) - dx
    y, x = cy + cos * v - sin * u, cx + sin * v + cos * u
    top, left = np.floor(y).astype(np.int64), np.floor(x).astype(np.int64)
    wy, wx = (y - top)[..., None], (x - left)[..., None]
    image = np.arange(n).reshape(-1, 1, 1)

    def at(row, column):
        inside = (row >= 0) & (column >= 0) & (row < height) & (column < width)
        found = pixels[image, row.clip(0, height - 1), column.clip(0, width - 1)]
        return found * inside[..., None].astype(np.float64)

    above = at(top, left) * (1 - wx) + at(top, left + 1) * wx
    below = at(top + 1, left) * (1 - wx) + at(top + 1, left + 1) * wx
    return ((above * (1 - wy) + below * wy) / 127.5 - 1).astype(np.float32)


class Naming(Updates):
    """A network learns to name images by the cross-entropy of its batches. Who inherits gives images and logits."""

    BETAS = (0.9, 0.999)

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, min(CONFIG['batch'], data.size), together, options)
        if int(data.labels.max()) >= RUN['classCount']:
            raise RunError(f"There is a label {data.labels.max()}; this run tells {RUN['classCount']} classes apart, from 0.")
        self.data, self.epoch = data, (-1, None)

    def rate(self, _, step):
        return cosine_rate(CONFIG['task.learningRate'], step - 1, CONFIG['steps'])

    def batch_at(self, step):
        """Numbers of the images of a step's whole batch."""
        at = (step - 1) % max(1, self.data.size // self.batch)
        first = step - 1 - at
        if self.epoch[0] != first:
            self.epoch = (first, epoch_order(self.data.size, first))
        return self.epoch[1][at * self.batch:(at + 1) * self.batch]

    def terms(self, network, step, _):
        chosen = self.batch_at(step)
        logits = self.logits(chosen, step)
        right = self.tensor(self.data.labels[chosen[self.mine]].astype(np.int64))
        return {'crossEntropy': F.cross_entropy(logits, right)}

    def samples(self):
        """It draws nothing."""
        return None`;

export const CLASSIFIER_PART = String.raw`class Game(Naming):
    """The judge: features and classes of images (metrics/evaluator)."""

    def logits(self, chosen, step):
        pixels = self.data.array[chosen[self.mine]]
        images = augmented(pixels, RUN['augmentation'], CONFIG['seed'], step - 1, self.mine)
        seed = int(hash_seed(CONFIG['seed'], step - 1)[0])
        features = self.apply('features', self.tensor(images), seed=seed)
        return self.apply('classifier', features, seed=seed)`;

export const RETRAIN_PART = String.raw`class Game(Naming):
    """Transfer learning: what the layers that stay make of a picture's variants is worked out once, where it fits."""

    MOST_KEPT = 256 * 2 ** 20

    def __init__(self, *given):
        super().__init__(*given)
        self.network, self.kept = self.networks['classifier'], {}
        self.most = self.MOST_KEPT // (4 * RUN['featureVolume'])

    def picture(self, image, variant):
        """Every second variant is mirrored; where they are shifted, too, each but the first is by amounts of its own."""
        pixels = np.asarray(self.data.array[image:image + 1])
        if variant % 2:
            pixels = pixels[:, :, ::-1]
        if variant == 0 or RUN['augmentation'] is None:
            return Data.SIGNED_UNIT[pixels]
        return augmented(pixels, RUN['augmentation'], int(hash_seed(CONFIG['seed'], STREAM['variants'], image)[0]), variant, 0)

    @torch.no_grad()
    def features(self, keys):
        """Of pictures by number and variant, up to the first layer that learns."""
        missing = [key for key in dict.fromkeys(keys) if key not in self.kept]
        made = {}
        if missing:
            pictures = self.tensor(np.concatenate([self.picture(*key) for key in missing]))
            with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half):
                found = full(self.network(pictures, 'inference', until=RUN['firstLearning']))
            made = dict(zip(missing, found))
        stacked = torch.stack([made[key] if key in made else self.kept[key] for key in keys])
        for key, value in made.items():
            if len(self.kept) < self.most:
                self.kept[key] = value
        return stacked

    def logits(self, chosen, step):
        count = RUN['variants']
        chance = self.draws.whole(count, self.batch, step, 'variants') if count > 1 else np.zeros(self.batch, np.int64)
        keys = [(int(chosen[i]), int(chance[i])) for i in self.mine]
        seed = int(hash_seed(CONFIG['seed'], step)[0])
        with torch.autocast(self.together.device.type, dtype=torch.bfloat16, enabled=self.half):
            return full(self.network(self.features(keys), 'training', seed, self.rows, first=RUN['firstLearning']))`;
