# Runs a Keras file with numpy alone: reads the architecture and the weights from .h5 or .keras with h5py and computes
# the layers by their definitions. Arguments: file, inputs as float32 bytes, shape of one input; prints float32 as hex.
import io, json, sys, zipfile
import h5py, numpy as np


def same(size, kernel, stride):
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + kernel - size)
    return out, total // 2, total - total // 2


def conv(x, w, b, stride, padding):
    k = w.shape[0]
    if padding == 'same':
        oh, top, bottom = same(x.shape[1], k, stride)
        ow, left, right = same(x.shape[2], k, stride)
        x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    else:
        oh, ow = (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1
    y = np.zeros((x.shape[0], oh, ow, w.shape[3]))
    for i in range(k):
        for j in range(k):
            y += x[:, i:i + oh * stride:stride, j:j + ow * stride:stride][:, :oh, :ow] @ w[i, j]
    return y + b


def depthwise(x, w, b, stride):
    k, c = w.shape[0], w.shape[2]
    mixing = np.zeros((k, k, c, c))
    mixing[:, :, range(c), range(c)] = w[:, :, :, 0]
    return conv(x, mixing, b, stride, 'same')


def conv_transpose(x, w, b, stride):
    k, (n, h, v, _) = w.shape[0], x.shape
    _, top, _ = same(h * stride, k, stride)
    _, left, _ = same(v * stride, k, stride)
    full = np.zeros((n, h * stride + k, v * stride + k, w.shape[2]))
    for i in range(k):
        for j in range(k):
            full[:, i:i + h * stride:stride, j:j + v * stride:stride] += x @ w[i, j].T
    return full[:, top:top + h * stride, left:left + v * stride] + b


def activate(x, name):
    return {'linear': lambda: x, 'relu': lambda: np.maximum(x, 0), 'tanh': lambda: np.tanh(x),
            'sigmoid': lambda: 1 / (1 + np.exp(-x))}[name]()


def run(kind, c, w, x):
    bias = w[1] if len(w) > 1 else 0
    if kind == 'Dense': return activate(x @ w[0] + bias, c['activation'])
    if kind == 'Conv2D': return activate(conv(x, w[0], bias, c['strides'][0], c['padding']), c['activation'])
    if kind == 'DepthwiseConv2D': return activate(depthwise(x, w[0], bias, c['strides'][0]), c['activation'])
    if kind == 'Conv2DTranspose': return activate(conv_transpose(x, w[0], bias, c['strides'][0]), c['activation'])
    if kind == 'BatchNormalization': return (x - w[2]) / np.sqrt(w[3] + c['epsilon']) * w[0] + w[1]
    if kind == 'GroupNormalization':
        axes = tuple(range(1, x.ndim if c['groups'] == 1 else x.ndim - 1))
        return (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + c['epsilon']) * w[0] + w[1]
    if kind == 'Reshape': return x.reshape((len(x), *c['target_shape']))
    if kind == 'Flatten': return x.reshape((len(x), -1))
    if kind == 'UpSampling2D': return x.repeat(c['size'][0], 1).repeat(c['size'][1], 2)
    if kind == 'ZeroPadding2D': return np.pad(x, ((0, 0), *c['padding'], (0, 0)))
    if kind == 'Activation': return activate(x, c['activation'])
    if kind == 'LeakyReLU': return np.where(x < 0, x * c.get('negative_slope', c.get('alpha')), x)
    if kind == 'Dropout': return x
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
    layers = config['config']['layers']
    assert layers[0]['config']['batch_input_shape'] == [None, *shape]
    assert names == [l['config']['name'] for l in layers[1:]]
    weights = [[group[n][w.decode()][()] for w in group[n].attrs['weight_names']] for n in names]
else:
    archive = zipfile.ZipFile(path)
    assert all(i.compress_type == zipfile.ZIP_STORED for i in archive.infolist())
    assert json.loads(archive.read('metadata.json'))['keras_version'].startswith('3.')
    layers = json.loads(archive.read('config.json'))['config']['layers']
    assert layers[0]['config']['batch_shape'] == [None, *shape]
    file = h5py.File(io.BytesIO(archive.read('model.weights.h5')))
    counts, weights = {}, []
    for l in layers[1:]:
        base = snake(l['class_name'])
        n = counts[base] = counts.get(base, -1) + 1
        v = file['layers'][base + ('_%d' % n if n else '')]['vars']
        weights.append([v[str(i)][()] for i in range(len(v))])
for l, w in zip(layers[1:], weights):
    x = run(l['class_name'], l['config'], w, x)
print(x.astype('<f4').tobytes().hex())
