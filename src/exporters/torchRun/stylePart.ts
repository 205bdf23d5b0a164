// tasks/styleStudent with the losses of tasks/style, in the exported train.py.

/** Losses by a feature network, of the network `features`. */
export const STYLE_LOSSES_PART = String.raw`def grams(maps):
    """Which filters respond together, whatever the place: [b, h, w, c] to [b, c, c]."""
    rows = maps.flatten(1, 2)
    return rows.transpose(1, 2) @ rows / rows[0].numel()


def mean_square(a, b):
    return (a - b).square().mean()


def total_variation(pictures):
    """How far neighbours are apart, from above to below and from left to right."""
    return mean_square(pictures[:, 1:], pictures[:, :-1]) + mean_square(pictures[:, :, 1:], pictures[:, :, :-1])


def feature_maps(features, pictures, half):
    """Of pictures in colour, [b, h, w, c] of each layer that counts, by its name."""
    if RUN['featureOffset']:
        pictures = pictures * 127.5 + torch.tensor(RUN['featureOffset'], device=pictures.device)
    with torch.autocast(pictures.device.type, dtype=torch.bfloat16, enabled=half):
        found = features.values(pictures, 'inference')
    return {layer: full(found[made]) for layer, made in RUN['featureMaps'].items()}


def counted(layers, distance, nothing):
    """The sum of the distances in these layers, each as much as it counts."""
    return sum((weight * distance(layer) for layer, weight in layers), nothing)`;

export const STYLE_PART = String.raw`STREAM['styles'] = 0x7374796c


def coloured(pictures):
    """Grey pictures with the same number in all three channels."""
    return pictures if pictures.shape[3] == 3 else pictures.repeat(1, 1, 1, 3)


class Game(Updates):
    """A network learns to paint in a style, or in several, by the losses of a feature network (Johnson et al. 2016, Dumoulin et al.
    2017)."""

    FEATURES, ROWS = 'features', 6

    def __init__(self, tensors, facts, data, together, options):
        super().__init__({**tensors, **constants('')}, facts, CONFIG['batch'], together, options)
        self.data, self.facts, self.shelf = data, facts, tensors['styles/pixels']
        self.styles = self.tensor(self.shelf)
        with torch.no_grad():
            each = [self.maps(self.styles[i:i + 1]) for i in range(len(self.styles))]
            self.wanted = {layer: torch.cat([grams(maps[layer]) for maps in each]) for layer, _ in RUN['styleLayers']}

    def rate(self, _, step):
        return CONFIG['learningRateG'] * rate_share(step)

    def maps(self, pictures):
        return feature_maps(self.networks[self.FEATURES], pictures, self.half)

    def painted(self, given, chosen, mode):
        """In the style of each picture, where there are several."""
        if len(self.styles) == 1:
            return self.apply('generator', given, mode)
        picture, style = (one['name'] for one in RUN['networks']['generator']['inputs'])
        return self.apply('generator', {picture: given, style: chosen.reshape(-1, 1)}, mode)

    def terms(self, network, step, part):
        drawn = self.draws.whole(self.data.size, self.batch, step, 'batch', part)[self.mine]
        given = self.tensor(self.data.images(drawn))
        count = len(self.styles)
        chosen = self.tensor(self.draws.whole(count, self.batch, step, 'styles')[self.mine] if count > 1
                             else np.zeros(len(drawn), np.int64))
        with torch.no_grad():
            content = self.maps(coloured(given))
        made = self.painted(given, chosen, 'training')
        maps, nothing = self.maps(made), made.new_zeros(())
        return {
            'content': counted(RUN['contentLayers'], lambda layer: mean_square(maps[layer], content[layer]), nothing),
            'style': counted(RUN['styleLayers'], lambda layer: mean_square(grams(maps[layer]), self.wanted[layer][chosen]), nothing),
            'smooth': total_variation(made),
        }

    @torch.no_grad()
    def samples(self):
        """Of one style rows of given, style and painted; of several a column for each, below the style pictures."""
        given = self.tensor(Data.SIGNED_UNIT[shown('given')])
        styles = last(F.interpolate(first(self.styles), size=given.shape[1:3], mode='bilinear', align_corners=False))
        count = len(styles)
        painted = [self.painted(given, torch.full((len(given),), i, device=given.device), 'inference') for i in range(count)]
        if count == 1:
            rows = [coloured(given), styles.expand(len(given), -1, -1, -1), *painted]
            return as_bytes(torch.stack(rows, 1).flatten(0, 1).cpu().numpy())
        rows = torch.stack([coloured(given), *painted], 1).flatten(0, 1)
        return as_bytes(torch.cat([torch.zeros_like(styles[:1]), styles, rows]).cpu().numpy())

    def state(self):
        tensors, updates, _ = super().state()
        kept = {name: values for name, values in tensors.items() if not name.startswith(self.FEATURES + '/')}
        return {**kept, 'styles/pixels': self.shelf}, updates, self.facts['numbers']`;
