# Runs a Keras file with numpy alone: reads the architecture and the weights from .h5 or .keras with h5py and computes
# the layers by their definitions. Arguments: file, inputs as float32 bytes, shape of one input; prints float32 as hex.
import io, json, math, sys, zipfile
import h5py, numpy as np


def same(size, kernel, stride):
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + kernel - size)
    return out, total // 2, total - total // 2


def conv(x, w, b, stride, padding):
    (kh, kw), (sh, sw) = w.shape[:2], stride
    x, oh, ow = bordered(x, (kh, kw), stride, padding, 0)
    y = np.zeros((x.shape[0], oh, ow, w.shape[3]))
    for i in range(kh):
        for j in range(kw):
            y += x[:, i:i + oh * sh:sh, j:j + ow * sw:sw][:, :oh, :ow] @ w[i, j]
    return y + b


def bordered(x, window, stride, padding, value):
    (kh, kw), (sh, sw) = window, stride
    if padding == 'same':
        oh, top, bottom = same(x.shape[1], kh, sh)
        ow, left, right = same(x.shape[2], kw, sw)
        x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), constant_values=value)
        return x, oh, ow
    return x, (x.shape[1] - kh) // sh + 1, (x.shape[2] - kw) // sw + 1


def windows(x, window, stride, padding, value):
    """[tap, batch, height, width, channel]"""
    (kh, kw), (sh, sw) = window, stride
    x, oh, ow = bordered(x, window, stride, padding, value)
    return np.stack([x[:, i:i + oh * sh:sh, j:j + ow * sw:sw][:, :oh, :ow] for i in range(kh) for j in range(kw)])


def bilinear(x, axis, factor):
    size = x.shape[axis]
    at = (np.arange(size * factor) + 0.5) / factor - 0.5
    low = np.floor(at).astype(int)
    share = (at - low).reshape([-1 if a == axis else 1 for a in range(x.ndim)])
    take = lambda index: np.take(x, np.clip(index, 0, size - 1), axis)
    return take(low) * (1 - share) + take(low + 1) * share


def depthwise(x, w, b, stride):
    c = w.shape[2]
    mixing = np.zeros((*w.shape[:2], c, c))
    mixing[:, :, range(c), range(c)] = w[:, :, :, 0]
    return conv(x, mixing, b, stride, 'same')


def conv_transpose(x, w, b, stride):
    (kh, kw), (sh, sw), (n, h, v, _) = w.shape[:2], stride, x.shape
    _, top, _ = same(h * sh, kh, sh)
    _, left, _ = same(v * sw, kw, sw)
    full = np.zeros((n, h * sh + kh, v * sw + kw, w.shape[2]))
    for i in range(kh):
        for j in range(kw):
            full[:, i:i + h * sh:sh, j:j + v * sw:sw] += x @ w[i, j].T
    return full[:, top:top + h * sh, left:left + v * sw] + b


def activate(x, name):
    return {'linear': lambda: x, 'relu': lambda: np.maximum(x, 0), 'tanh': lambda: np.tanh(x),
            'sigmoid': lambda: 1 / (1 + np.exp(-x)), 'swish': lambda: x / (1 + np.exp(-x)),
            'gelu': lambda: x * (1 + np.vectorize(math.erf)(x / math.sqrt(2))) / 2, 'relu6': lambda: np.clip(x, 0, 6),
            'selu': lambda: 1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(np.minimum(x, 0))),
            'softplus': lambda: np.log1p(np.exp(x)), 'elu': lambda: np.where(x > 0, x, np.expm1(np.minimum(x, 0)))}[name]()


def run(kind, c, w, *given):
    x = given[0]
    if kind == 'Add': return sum(given)
    if kind == 'Multiply': return given[0] * given[1]
    if kind == 'Concatenate': return np.concatenate(given, c['axis'])
    if kind == 'Permute': return x.transpose((0, *c['dims']))
    if kind == 'Embedding': return w[0][x.astype(int)]
    bias = w[1] if len(w) > 1 else 0
    if kind == 'Dense': return activate(x @ w[0] + bias, c['activation'])
    if kind == 'Conv2D': return activate(conv(x, w[0], bias, c['strides'], c['padding']), c['activation'])
    if kind == 'DepthwiseConv2D': return activate(depthwise(x, w[0], bias, c['strides']), c['activation'])
    if kind == 'Conv2DTranspose': return activate(conv_transpose(x, w[0], bias, c['strides']), c['activation'])
    if kind == 'BatchNormalization': return (x - w[2]) / np.sqrt(w[3] + c['epsilon']) * w[0] + w[1]
    if kind == 'LayerNormalization':
        axes = tuple(c['axis']) if isinstance(c['axis'], list) else c['axis']
        scaled = (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + c['epsilon'])
        return scaled * w[0] + w[1] if c['scale'] else scaled
    if kind == 'GroupNormalization':
        axes = tuple(range(1, x.ndim if c['groups'] == 1 else x.ndim - 1))
        return (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + c['epsilon']) * w[0] + w[1]
    if kind == 'Reshape': return x.reshape((len(x), *c['target_shape']))
    if kind == 'Flatten': return x.reshape((len(x), -1))
    if kind == 'UpSampling2D' and c['interpolation'] == 'bilinear':
        return bilinear(bilinear(x, 1, c['size'][0]), 2, c['size'][1])
    if kind == 'UpSampling2D': return x.repeat(c['size'][0], 1).repeat(c['size'][1], 2)
    if kind == 'ZeroPadding2D': return np.pad(x, ((0, 0), *c['padding'], (0, 0)))
    if kind == 'Activation': return activate(x, c['activation'])
    if kind == 'LeakyReLU': return np.where(x < 0, x * c.get('negative_slope', c.get('alpha')), x)
    if kind == 'Dropout': return x
    if kind == 'ReLU': return np.clip(x, 0, c['max_value'])
    if kind == 'PReLU': return np.where(x > 0, x, w[0] * x)
    if kind == 'Softmax':
        e = np.exp(x - x.max(-1, keepdims=True))
        return e / e.sum(-1, keepdims=True)
    if kind == 'Cropping2D':
        (top, bottom), (left, right) = c['cropping']
        return x[:, top:x.shape[1] - bottom, left:x.shape[2] - right]
    if kind == 'GlobalAveragePooling2D': return x.mean((1, 2))
    if kind == 'MaxPooling2D': return windows(x, c['pool_size'], c['strides'], c['padding'], -np.inf).max(0)
    if kind == 'AveragePooling2D': return np.nanmean(windows(x, c['pool_size'], c['strides'], c['padding'], np.nan), 0)
    raise ValueError(kind)


def snake(name):
    import re
    return re.sub('([a-z])([A-Z])', r'\1_\2', re.sub('(.)([A-Z][a-z]+)', r'\1_\2', name)).lower()


path, data, shape = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
x = np.fromfile(data, '<f4').reshape((-1, *shape)).astype(float)
if path.endswith('.h5'):
    file = h5py.File(path)
    config = json.loads(file.attrs['model_config'])
    group = file['model_weights']
    names = [n.decode() for n in group.attrs['layer_names']]
    layers, architecture = config['config']['layers'], config
    assert layers[0]['config']['batch_input_shape'] == [None, *shape]
    assert names == [l['config']['name'] for l in layers[1:]]
    weights = [[group[n][w.decode()][()] for w in group[n].attrs['weight_names']] for n in names]
else:
    archive = zipfile.ZipFile(path)
    assert all(i.compress_type == zipfile.ZIP_STORED for i in archive.infolist())
    assert json.loads(archive.read('metadata.json'))['keras_version'].startswith('3.')
    architecture = json.loads(archive.read('config.json'))
    layers = architecture['config']['layers']
    assert layers[0]['config']['batch_shape'] == [None, *shape]
    file = h5py.File(io.BytesIO(archive.read('model.weights.h5')))
    counts, weights = {}, []
    for l in layers[1:]:
        base = snake(l['class_name'])
        n = counts[base] = counts.get(base, -1) + 1
        v = file['layers'][base + ('_%d' % n if n else '')]['vars']
        weights.append([v[str(i)][()] for i in range(len(v))])


def sources(nodes):
    """Names of the layers that a call's tensors come from, in Keras 2's words or Keras 3's."""
    if isinstance(nodes, dict):
        return [nodes['config']['keras_history'][0]] if 'config' in nodes else sources(nodes['args'])
    if nodes and isinstance(nodes[0], str):
        return [nodes[0]]
    return [name for node in nodes for name in sources(node)]


functional = architecture['class_name'] == 'Functional'
values = {layers[0]['config']['name']: x}
for l, w in zip(layers[1:], weights):
    given = [values[name] for name in sources(l['inbound_nodes'])] if functional else [x]
    x = values[l['config']['name']] = run(l['class_name'], l['config'], w, *given)
if functional:
    x = values[architecture['config']['output_layers'][0][0]]
print(x.astype('<f4').tobytes().hex())
