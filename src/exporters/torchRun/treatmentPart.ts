// What is done to images on their way to the discriminator (training/stabilizers), in the exported train.py.

export const TREATMENT_PART = String.raw`# ---- What is done to images on their way to the discriminator: DiffAugment (Zhao et al. 2020), noise that fades, packing.

def coloured(x, draw):
    """Brightness by -0.5 to 0.5, saturation by 0 to 2, contrast by 0.5 to 1.5."""
    brightness, saturation, contrast = (part.reshape(-1, 1, 1, 1) for part in draw)
    y = x + (brightness - 0.5)
    if x.shape[3] > 1:
        grey = y.mean(3, True)
        y = (y - grey) * (saturation * 2) + grey
    level = y.mean((1, 2, 3), True)
    return (y - level) * (contrast + 0.5) + level


def shifted(x, shift, axis):
    """What stands at i moves to i + shift; what leaves is lost, what enters is 0."""
    side = x.shape[axis]
    source = torch.arange(side, device=x.device).reshape(1, -1) - shift.reshape(-1, 1)
    shape = [len(x), 1, 1, 1]
    shape[axis] = side
    inside = ((source >= 0) & (source < side)).to(x.dtype).reshape(shape)
    return torch.gather(x, axis, source.clamp(0, side - 1).reshape(shape).expand(x.shape)) * inside


def punched(x, tops, lefts):
    """Holes of half the side, whose centres lie anywhere."""
    _, height, width, _ = x.shape
    tall, wide = (int(math.floor(side * 0.5 + 0.5)) for side in (height, width))
    rows = torch.arange(height, device=x.device).reshape(1, -1, 1, 1) - (tops - (tall >> 1)).reshape(-1, 1, 1, 1)
    columns = torch.arange(width, device=x.device).reshape(1, 1, -1, 1) - (lefts - (wide >> 1)).reshape(-1, 1, 1, 1)
    hole = (rows >= 0) & (rows < tall) & (columns >= 0) & (columns < wide)
    return x * (~hole).to(x.dtype)


def pack(images, count):
    return images if count == 1 else torch.cat(images.chunk(count), 3)`;
