// tasks/pairTranslation with its sources of pairs (translation/pairSources, core/labColour), in the exported train.py.

export const PAIRS_PART = String.raw`# ---- Pairs: coarse pictures and fine ones, grey ones and their colours, or a person's own.

def coarsened(values, block):
    """Images [n, h, w, c] with the mean of its block in place of every value."""
    _, height, width, _ = values.shape
    down, across = np.arange(0, height, block), np.arange(0, width, block)
    sums = np.add.reduceat(np.add.reduceat(values.astype(np.float64), down, 1), across, 2)
    tall, wide = np.diff([*down, height]), np.diff([*across, width])
    means = sums / (tall.reshape(-1, 1, 1) * wide.reshape(1, -1, 1))
    return np.repeat(np.repeat(means, tall, 1), wide, 2).astype(np.float32)


# CIE 1976 L*a*b* under D65, of sRGB bytes.
WHITE = np.array([0.95047, 1, 1.08883])
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]])
FROM_XYZ = np.array([[3.2404542, -1.5371385, -0.4985314], [-0.969266, 1.8760108, 0.041556],
                     [0.0556434, -0.2040259, 1.0572252]])
EDGE, COLOUR_SPAN = 6 / 29, 110


def lab_of(rgb):
    """Bytes [..., 3] as lightness [..., 1] from -1 to 1 and colour [..., 2] in units of 110."""
    v = rgb / 255
    linear = np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)
    t = linear @ TO_XYZ.T / WHITE
    x, y, z = np.moveaxis(np.where(t > EDGE ** 3, np.cbrt(t), t / (3 * EDGE * EDGE) + 4 / 29), -1, 0)
    lightness = ((116 * y - 16) / 50 - 1)[..., None]
    colour = np.stack([500 * (x - y), 200 * (y - z)], -1) / COLOUR_SPAN
    return lightness.astype(np.float32), colour.astype(np.float32)


def rgb_of(lightness, colour):
    """Back to bytes; what no screen shows is cut off."""
    y = (50 * (lightness[..., 0].astype(np.float64) + 1) + 16) / 116
    t = np.stack([y + COLOUR_SPAN * colour[..., 0] / 500, y, y - COLOUR_SPAN * colour[..., 1] / 200], -1)
    linear = (WHITE * np.where(t > EDGE, t ** 3, 3 * EDGE * EDGE * (t - 4 / 29))) @ FROM_XYZ.T
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055)
    return np.clip(np.floor(255 * curved + 0.5), 0, 255).astype(np.uint8)


class Pairs(Updates):
    """Learns from pairs of pictures."""

    def __init__(self, tensors, facts, data, together, options):
        super().__init__(tensors, facts, CONFIG['batch'], together, options)
        self.data, self.mode = data, RUN['pairMode']
        if self.mode == 'pairs':
            # Picture i of the one belongs to picture i of the other.
            self.sides = [np.flatnonzero(data.labels == number) for number in RUN['domains']]
            if len(self.sides[0]) != len(self.sides[1]):
                raise RunError(f'There are {len(self.sides[0])} and {len(self.sides[1])} pictures of the two kinds, which are no pairs.')
        self.size = len(self.sides[0]) if self.mode == 'pairs' else data.size

    def pairs(self, step, part):
        """Given and right pictures of this process."""
        drawn = self.draws.whole(self.size, self.batch, step, 'batch', part)[self.mine]
        if self.mode == 'pairs':
            found = [self.data.images(side[drawn]) for side in self.sides]
        elif self.mode == 'colour':
            found = lab_of(self.data.array[drawn])
        else:
            right = self.data.images(drawn)
            found = [coarsened(right, CONFIG['task.block']), right]
        return [self.tensor(array) for array in found]`;

export const PAIR_PART = String.raw`class Game(Pairs):
    """Translation from pairs (Isola et al. 2017): near the right picture by L1, and sharp by a discriminator of both."""

    def rate(self, network, step):
        return CONFIG['learningRateG' if network == 'generator' else 'learningRateD'] * rate_share(step)

    def score(self, given, answer):
        return self.apply('discriminator', torch.cat([given, answer], 3)).reshape(-1, 1)

    def terms(self, network, step, part):
        if network == 'discriminator':
            given, right = self.pairs(step, part)
            with torch.no_grad():
                drawn = self.apply('generator', given)
            on_real, on_drawn = self.score(given, right), self.score(given, drawn)
            return {'adversarial': discriminator_loss(on_real, on_drawn)}
        # Pairs that no update of the discriminator has seen in this step.
        given, right = self.pairs(step, CONFIG['dSteps'])
        drawn = self.apply('generator', given)
        fooled = generator_loss(self.score(given, drawn), lambda: self.score(given, right))
        return {'adversarial': fooled, 'l1': distance(drawn, right)}

    @torch.no_grad()
    def samples(self):
        """Rows of given, made and right pictures."""
        given, right = shown('given'), shown('right')
        made = self.apply('generator', self.tensor(given), 'inference').cpu().numpy()
        if self.mode == 'colour':
            columns = [rgb_of(given, np.zeros_like(right)), rgb_of(given, made), rgb_of(given, right)]
        else:
            columns = [as_bytes(array) for array in (given, made, right)]
        return np.stack(columns, 1).reshape(-1, *columns[0].shape[1:])`;
