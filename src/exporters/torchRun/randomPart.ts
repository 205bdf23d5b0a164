// The random numbers of a run in the exported train.py: core/random and training/streams written again in NumPy, many streams
// at a time. The numbers are the page's.

export const RANDOM_PART = String.raw`# ---- Random numbers: the page's own. A draw is a function of (seed, stream, step, part) alone, so nothing has to be kept to
# go on exactly where a run stopped. sfc32 (Doty-Humphrey), seeded by lowbias32 (Wellons).

STREAM = {'latentsD': 1, 'latentsG': 2, 'dropoutReal': 3, 'dropoutFake': 4, 'dropoutG': 5, 'fixedLatents': 6,
          'treatedReal': 8, 'treatedFake': 9, 'treatedG': 10, 'penalty': 11, 'classesD': 12, 'classesG': 13,
          'batch': 0x62617463, 'measuredLatents': 40, 'pool': 0x706f6f6c, 'variants': 0x76617269}


def uint32(numbers):
    return np.atleast_1d(np.asarray(numbers, np.int64)).astype(np.uint32)


def mix32(x):
    x = x ^ (x >> np.uint32(16))
    x = x * np.uint32(0x7feb352d)
    x = x ^ (x >> np.uint32(15))
    x = x * np.uint32(0x846ca68b)
    return x ^ (x >> np.uint32(16))


def hash_seed(seed, *stream):
    """One number of 32 bits for a seed and stream numbers, which may be arrays: [streams]."""
    h = mix32(uint32(seed) ^ np.uint32(0x9e3779b9))
    for part in stream:
        h = mix32(h + (uint32(part) + np.uint32(1)) * np.uint32(0x9e3779b1))
    return h


def draws(count, seed, *stream):
    """The first numbers in [0, 1) of each stream: [streams, count] in double precision."""
    start = hash_seed(seed, *stream)
    a, b = mix32(start ^ np.uint32(0xa511e9b3)), mix32(start + np.uint32(0x63d83595))
    c, counter = mix32(start ^ np.uint32(0x2545f491)), np.ones_like(start)
    drawn = np.empty((count, len(start)), np.uint32)
    for i in range(-12, count):
        t = a + b + counter
        counter = counter + np.uint32(1)
        a = b ^ (b >> np.uint32(9))
        b = c + (c << np.uint32(3))
        c = ((c << np.uint32(21)) | (c >> np.uint32(11))) + t
        if i >= 0:
            drawn[i] = t
    return drawn.T / 4294967296.0


def as_normal(uniform):
    """Box and Muller: [..., 2 n] numbers in [0, 1) as [..., 2 n] standard normal ones."""
    radius = np.sqrt(-2 * np.log(1 - uniform[..., 0::2]))
    angle = 2 * np.pi * uniform[..., 1::2]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], -1).reshape(uniform.shape)


def even(count):
    return count + count % 2


class Draws:
    """Numbers of a run, step by step. NumPy draws many streams as fast as one: those of the next steps come along."""

    MOST = 2_000_000

    def __init__(self, seed):
        self.seed, self.kept = seed, {}

    def uniform(self, count, step, stream, *rest):
        key = (count, stream, rest)
        first, rows = self.kept.get(key, (0, ()))
        if not first <= step < first + len(rows):
            steps = np.arange(step, step + max(1, min(256, self.MOST // max(1, count))))
            first, rows = step, draws(count, self.seed, STREAM[stream], steps, *rest)
            self.kept[key] = (first, rows)
        return rows[step - first]

    def normal(self, count, step, stream, *rest):
        return as_normal(self.uniform(even(count), step, stream, *rest))[:count]

    def whole(self, below, count, step, stream, *rest):
        return np.floor(self.uniform(count, step, stream, *rest) * below).astype(np.int64)

    def seed_of(self, *stream):
        return int(hash_seed(self.seed, *stream)[0])


def latent_rows(stream, seed, places, size):
    """Rows of noise that are always the same, [places, size]."""
    return as_normal(draws(even(size), seed, STREAM[stream], places))[:, :size].astype(np.float32)


def full(x):
    """In the precision of the weights: float32, or what --precision float64 asks for."""
    return x.to(torch.get_default_dtype())


def tensor_of(array, device=None):
    """An array's numbers on a device; whole ones stay whole."""
    x = torch.from_numpy(np.ascontiguousarray(array)).to(device)
    return full(x) if x.is_floating_point() else x


def dropout_mask(numbers, seed, rate):
    """0 or 1 / (1 - rate) for elements of these numbers (an integer tensor); the same hash on every device."""
    low = 0xffffffff
    x = numbers ^ seed
    for shift, factor in ((16, 0x7feb352d), (15, 0x846ca68b)):
        x = ((x ^ (x >> shift)) * factor) & low
    x = x ^ (x >> 16)
    keep = float(np.float32(1 - rate))
    return full((x >> 8).double() < keep * 16777216) / keep`;
