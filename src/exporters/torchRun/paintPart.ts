// tasks/styleTransfer in the exported train.py: one picture whose pixels an optimizer moves (tasks/style/lbfgs, tasks/style/adam).
// No network learns and there is no batch, so it knows nothing of other processes.

/** In the place of processesPart's. */
export const ALONE_PART = String.raw`class Processes:
    """The one that paints: a single picture is no batch that several could share."""

    count, rank = 1, 0

    def __init__(self, options):
        self.device = chosen_device(options)

    @staticmethod
    def is_needed():
        """False in all but the first of those that torchrun starts."""
        started, rank = int(os.environ.get('WORLD_SIZE', 1)), int(os.environ.get('RANK', 0))
        if started > 1 and rank == 0:
            print(f'One picture is no batch to share: of {started} processes the first paints, the others end.', flush=True)
        return rank == 0

    def from_first(self, value):
        return value

    def mean_(self, x):
        return x

    def close(self):
        pass`;

export const PAINT_PART = String.raw`class PictureAdam:
    """Kingma and Ba 2015 for pixels, in double precision between its moments."""

    BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
    NAMES = ('optimizer/picture/m/pixels', 'optimizer/picture/v/pixels')

    def __init__(self, saved, facts):
        self.updates = facts['updates']['picture']
        self.m, self.v = (saved(name) for name in self.NAMES)

    def move(self, picture, gradient, _, rate):
        self.updates += 1
        slope = gradient.double()
        self.m.copy_(self.BETA1 * self.m.double() + (1 - self.BETA1) * slope)
        self.v.copy_(self.BETA2 * self.v.double() + (1 - self.BETA2) * slope * slope)
        first = self.m.double() / (1 - self.BETA1 ** self.updates)
        second = self.v.double() / (1 - self.BETA2 ** self.updates)
        picture.copy_(picture.double() - rate * first / (second.sqrt() + self.EPSILON))

    def state(self):
        return dict(zip(self.NAMES, (self.m, self.v))), {'picture': self.updates}, {}


def dot(a, b):
    return (a.double() * b.double()).sum().item()


class Lbfgs:
    """Liu and Nocedal 1989 for pixels: two-loop recursion over the last moves, and a fixed step; sums are in double precision. A move
    that made the loss much worse is taken back, and what it said of the curvature is kept."""

    HISTORY, LEAST_CURVATURE, MOST_RISE = 10, 1e-10, 10

    def __init__(self, saved, facts):
        count, is_under_way, loss = facts['numbers']['lbfgs']
        self.pairs, self.last = [], None
        for i in range(int(count)):
            move, change = saved(f'lbfgs/moves/{i}'), saved(f'lbfgs/changes/{i}')
            self.pairs.append((move, change, dot(move, change)))
        if is_under_way:
            self.last = saved('lbfgs/move'), saved('lbfgs/gradient'), loss

    def descent(self, gradient):
        """Minus the estimate of the inverse Hessian times the gradient (Nocedal and Wright 2006, algorithm 7.4)."""
        q, shares = -gradient.double(), []
        for move, change, curvature in reversed(self.pairs):
            shares.append(dot(move, q) / curvature)
            q.sub_(shares[-1] * change.double())
        if self.pairs:
            _, change, curvature = self.pairs[-1]
            q.mul_(curvature / dot(change, change))
        for (move, change, curvature), share in zip(self.pairs, reversed(shares)):
            q.add_((share - dot(change, q) / curvature) * move.double())
        return q

    def learned(self, move, change):
        """Whether the gradient changed enough along the move to say something of its curvature."""
        curvature = dot(move, change)
        if not curvature > self.LEAST_CURVATURE:
            return False
        self.pairs = [*self.pairs, (move, change, curvature)][-self.HISTORY:]
        return True

    def forget(self):
        self.pairs, self.last = [], None

    def move(self, picture, gradient, loss, _):
        sound = math.isfinite(loss) and bool(torch.isfinite(gradient).all())
        worse = self.last is not None and not loss <= self.MOST_RISE * self.last[2]
        if self.last and (worse or not sound):
            picture.sub_(self.last[0])
        if not sound:
            return self.forget()
        learned = self.last is not None and self.learned(self.last[0], gradient - self.last[1])
        if worse and not learned:
            return self.forget()
        # Where the picture stands now: after the move, or before it once more.
        begun = self.last is not None
        gradient, loss = self.last[1:] if worse else (gradient, loss)
        direction = self.descent(gradient)
        if not dot(gradient, direction) < 0:
            self.pairs = []
            direction = self.descent(gradient)
        if not begun or not self.pairs:
            direction.mul_(min(1, 1 / max(5e-324, gradient.double().abs().sum().item())))
        step = full(direction)
        picture.add_(step)
        self.last = step, gradient, loss

    def state(self):
        tensors = {}
        for i, (move, change, _) in enumerate(self.pairs):
            tensors.update({f'lbfgs/moves/{i}': move, f'lbfgs/changes/{i}': change})
        if self.last:
            tensors.update({'lbfgs/move': self.last[0], 'lbfgs/gradient': self.last[1]})
        return tensors, {}, {'lbfgs': [len(self.pairs), 1, self.last[2]] if self.last else [len(self.pairs), 0, 0]}


def content_and_style(data):
    """The first two pictures; where they are of two kinds, the first of each."""
    numbers = np.arange(data.size) if data.labels is None else np.unique(data.labels, return_index=True)[1]
    if len(numbers) < 2:
        raise RunError(f'A content and a style picture are needed; there are {data.size} pictures of one kind.')
    return data.images(numbers[:2])


class Game:
    """Neural style transfer (Gatys et al. 2016): a feature network says how far one picture is from the content of another and from
    the style of a third, and an optimizer moves its pixels."""

    PIXELS = 'picture/pixels'

    def __init__(self, tensors, facts, data, together, options):
        def saved(name):
            return tensor_of(tensors[name].copy(), together.device)

        self.facts, self.half = facts, options.precision == 'bfloat16'
        self.features = Network('features', constants(''), together, False)
        self.given = tensor_of(content_and_style(data), together.device)
        with torch.no_grad():
            content, style = self.maps(self.given[:1]), self.maps(self.given[1:])
        self.content = content
        self.style = {layer: grams(style[layer]) for layer, _ in RUN['styleLayers']}
        self.picture = saved(self.PIXELS)
        self.optimizer = (PictureAdam if CONFIG['task.optimizer'] == 'adam' else Lbfgs)(saved, facts)

    def maps(self, pictures):
        return feature_maps(self.features, pictures, self.half)

    def look(self):
        """Losses in the order of the series, and the gradient of the first."""
        picture = self.picture.clone().requires_grad_()
        maps, nothing = self.maps(picture), picture.new_zeros(())
        content = counted(RUN['contentLayers'], lambda layer: mean_square(maps[layer], self.content[layer]), nothing)
        style = counted(RUN['styleLayers'], lambda layer: mean_square(grams(maps[layer]), self.style[layer]), nothing)
        smooth = total_variation(picture)
        total = (CONFIG['task.contentWeight'] * content + CONFIG['task.styleWeight'] * style
                 + CONFIG['task.smoothWeight'] * smooth)
        gradient, = torch.autograd.grad(total, picture)
        return torch.stack([total, content, style, smooth]).tolist(), gradient

    def step(self, _):
        """@returns a function that gives the step's numbers: those before the picture moved."""
        losses, gradient = self.look()
        self.optimizer.move(self.picture, gradient, losses[0], CONFIG['task.learningRate'])
        return lambda stopping=False: (dict(zip(RUN['series'], losses)), stopping)

    def settle(self):
        pass

    def samples(self):
        """Content, style and the picture."""
        return as_bytes(torch.cat([self.given, self.picture]).cpu().numpy())

    def state(self):
        """Tensors, updates of the optimizer, other numbers: what a run file holds."""
        tensors, updates, numbers = self.optimizer.state()
        tensors = {self.PIXELS: self.picture, **tensors}
        return ({name: value.cpu().numpy() for name, value in tensors.items()}, updates,
                {**numbers, 'encoder': self.facts['numbers']['encoder']})`;
