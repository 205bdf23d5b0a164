// Modules in Python that torch.nn lacks, as the exported script defines them. A script holds those that its network uses.

const MODULES = {
  ChannelsLastReshape: `class ChannelsLastReshape(nn.Module):
    """Reshapes as frameworks with channels last do; images inside have channels first."""

    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        if x.dim() == 4:
            x = x.permute(0, 2, 3, 1)
        x = x.reshape(len(x), *self.shape)
        return x.permute(0, 3, 1, 2) if x.dim() == 4 else x`,
  PaddedConv: `class PaddedConv(nn.Conv2d):
    """A convolution with a border of its own on each side: left, right, top, bottom."""

    def __init__(self, border, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.border = border

    def forward(self, x):
        return super().forward(F.pad(x, self.border))`,
  CroppedConvTranspose: `class CroppedConvTranspose(nn.ConvTranspose2d):
    """A transposed convolution cut to top, left, height, width, as padding 'same' does elsewhere."""

    def __init__(self, crop, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.crop = crop

    def forward(self, x):
        top, left, height, width = self.crop
        y = super().forward(x)
        y = F.pad(y, (0, max(0, left + width - y.shape[3]), 0, max(0, top + height - y.shape[2])))
        return y[:, :, top:top + height, left:left + width]`,
  BatchDeviation: `class BatchDeviation(nn.Module):
    """Appends one channel that says how much the examples of the batch differ."""

    def forward(self, x):
        spread = (x.var(0, unbiased=False) + 1e-8).sqrt().mean()
        return torch.cat([x, spread.expand(len(x), 1, *x.shape[2:])], 1)`,
  PaddedAverage: `class PaddedAverage(nn.Module):
    """The mean of each window; the border, left, right, top, bottom, does not count."""

    def __init__(self, border, size, stride):
        super().__init__()
        self.border, self.size, self.stride = border, size, stride

    def forward(self, x):
        inside = F.pad(torch.ones_like(x[:1, :1]), self.border)
        share = F.avg_pool2d(inside, self.size, self.stride)
        return F.avg_pool2d(F.pad(x, self.border), self.size, self.stride) / share`,
  PaddedMaximum: `class PaddedMaximum(nn.Module):
    """The largest value of each window; the border, left, right, top, bottom, does not count."""

    def __init__(self, border, size, stride):
        super().__init__()
        self.border, self.size, self.stride = border, size, stride

    def forward(self, x):
        return F.max_pool2d(F.pad(x, self.border, value=-torch.inf), self.size, self.stride)`,
  ClassEmbedding: `class ClassEmbedding(nn.Embedding):
    """A row for each class; takes class numbers [batch, 1]."""

    def forward(self, x):
        return super().forward(x.reshape(len(x)).long())`,
};

/** The definitions of the modules that the code names, two blank lines between them. */
export const moduleDefinitions = (code: readonly string[]): string =>
  Object.entries(MODULES)
    .filter(([name]) => code.some((line) => line.startsWith(`${name}(`)))
    .map(([, definition]) => definition)
    .join('\n\n\n');
