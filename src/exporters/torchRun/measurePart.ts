// What training/measuring does of a run of images, in the exported train.py: the same evaluator on samples of the same noise, and
// those metrics that the page takes while it trains. Points in the plane and tasks that translate are not measured here.

export const MEASURE_PART = String.raw`# ---- Measures: samples as the evaluator sees them, beside real images (reference.npz), as the page takes them on the way.

def covered(counts, total):
    """Classes that are drawn at least a tenth as often as if all were drawn equally often."""
    return counts >= max(1, 0.1 * total / len(counts))


class Judged:
    """Features [n, size] of images, and shares of the classes [n, classes] where the evaluator knows any."""

    def __init__(self, features, shares):
        self.features, self.shares = features.astype(np.float64), shares
        self.mean, self.spread = self.features.mean(0), np.cov(self.features, rowvar=False)

    def counts(self):
        return np.bincount(self.shares.argmax(1), minlength=self.shares.shape[1])


def frechet(real, drawn):
    """Heusel et al. 2017; the root of the product by that of the first, which is symmetric."""
    values, vectors = np.linalg.eigh(real.spread)
    root = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
    product = root @ drawn.spread @ root
    crossed = np.sqrt(np.maximum(np.linalg.eigvalsh((product + product.T) / 2), 0)).sum()
    distance = np.square(real.mean - drawn.mean).sum() + np.trace(real.spread) + np.trace(drawn.spread)
    return max(0.0, float(distance - 2 * crossed))


def measured(drawn, real):
    """Each metric by its id; those that need classes where there are some."""
    values = {'frechet-distance': frechet(real, drawn),
              'variety': float(np.trace(drawn.spread) / np.trace(real.spread))}
    if drawn.shares is not None:
        counts, present = drawn.counts(), covered(real.counts(), len(real.features))
        kept = counts[present]
        shares = kept[kept > 0] / max(1, kept.sum())
        p = drawn.shares.astype(np.float64)
        surprise = np.where(p > 0, p * np.log(np.maximum(p, 1e-300) / p.mean(0)), 0).sum(1).mean()
        values['modes-covered'] = int((covered(counts, len(drawn.features)) & present).sum())
        values['classifier-score'] = float(np.exp(surprise))
        if len(shares):
            values['kl-from-uniform'] = max(0.0, float((shares * np.log(shares * present.sum())).sum()))
    return {name: value for name, value in values.items() if math.isfinite(value)}


class Measures:
    AT_ONCE = 128

    def __init__(self, together):
        with np.load(os.path.join(FOLDER, 'reference.npz')) as arrays:
            found = {name: arrays[name] for name in arrays.files}
        self.device = together.device
        self.networks = [Network(name, found, together, False) for name in ('judge', 'judgeHead') if name in RUN['networks']]
        self.real, self.apart = (Judged(found[name], found.get(f'{name}Shares')) for name in ('real', 'apart'))
        self.floors = measured(self.apart, self.real)

    def judge(self, images):
        features = self.networks[0](images, 'inference')
        shares = [torch.softmax(head(features, 'inference'), 1) for head in self.networks[1:]]
        return [part.cpu().numpy() for part in (features, *shares)]

    @torch.no_grad()
    def point(self, game, step, seconds):
        """A measurement, as a run file holds it."""
        samples = CONFIG['measureSamples']
        parts = []
        for start in range(0, samples, self.AT_ONCE):
            places = np.arange(start, min(samples, start + self.AT_ONCE))
            parts.append(self.judge(game.drawn(latent_rows('measuredLatents', CONFIG['seed'], places, RUN['latentSize']),
                                               places % max(1, game.class_count))))
        found = [np.concatenate(part) for part in zip(*parts)]
        drawn = Judged(found[0], found[1] if len(found) > 1 else None)
        return {
            'step': step, 'seconds': seconds, 'samples': samples, 'evaluator': RUN['evaluator']['label'],
            'values': measured(drawn, self.real), 'floors': self.floors, 'floorSamples': len(self.apart.features),
            'classNames': RUN['evaluator']['classNames'],
            'classCounts': drawn.counts().tolist() if drawn.shares is not None else [],
            'generator': game.adam_g.norms(), 'discriminator': game.adam_d.norms(),
        }`;
