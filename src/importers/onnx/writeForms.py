# writeForms.py MODEL FOLDER: an ONNX model in the other ways in which its numbers may stand, each as NAME.onnx in the folder:
# typed fields, doubles, halves in whole numbers, bfloat16, a file of weights beside it; and under other sets of operators.
import os
import sys

import numpy
import onnx
from onnx import TensorProto, external_data_helper, helper, numpy_helper

source, folder = sys.argv[1:]


def save(name, model):
    onnx.save(model, os.path.join(folder, name + '.onnx'))


def rewritten(make):
    """The model with every float initializer as `make(array, name)` holds it; a Cast brings it back where it is not float32."""
    model = onnx.load(source)
    graph = model.graph
    kept, casts = [], []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT:
            kept.append(tensor)
            continue
        made = make(numpy_helper.to_array(tensor), tensor.name)
        if made.data_type != TensorProto.FLOAT:
            casts.append(helper.make_node('Cast', [tensor.name + '/held'], [tensor.name], to=TensorProto.FLOAT))
            made.name = tensor.name + '/held'
        kept.append(made)
    nodes = casts + list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    return model


def bfloat16(values, name):
    tensor = TensorProto(name=name, data_type=TensorProto.BFLOAT16, dims=values.shape)
    tensor.raw_data = (values.astype('<f4').view('<u4') >> 16).astype('<u2').tobytes()
    return tensor


def half_fields(values, name):
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT16, dims=values.shape)
    tensor.int32_data.extend(values.astype('<f2').view('<u2').ravel().astype(int).tolist())
    return tensor


save('typed', rewritten(lambda v, n: helper.make_tensor(n, TensorProto.FLOAT, v.shape, v.ravel())))
save('doubles', rewritten(lambda v, n: numpy_helper.from_array(v.astype(numpy.float64), n)))
save('double-fields', rewritten(lambda v, n: helper.make_tensor(n, TensorProto.DOUBLE, v.shape, v.ravel().astype(float))))
save('half-fields', rewritten(half_fields))
save('bfloat16', rewritten(bfloat16))

beside = onnx.load(source)
external_data_helper.convert_model_to_external_data(beside, True, 'weights.bin', size_threshold=0)
save('beside', beside)

for version in (7, 8, 9, 10, 11, 17, 18, 21, 25, 99):
    model = onnx.load(source)
    del model.opset_import[:]
    model.opset_import.extend([helper.make_opsetid('', version)])
    save('set-%d' % version, model)

# Single operators on [n, 3, 2, 2], each as op-NAME.onnx, with what numpy says that it makes of operators.in as op-NAME.out.
x = numpy.random.RandomState(1).randn(3, 12).astype('<f4') * 2
x.tofile(os.path.join(folder, 'operators.in'))
image = x.reshape(3, 3, 2, 2)
share = 1 / (1 + numpy.exp(-image))


def normalized(values, axes, epsilon):
    return (values - values.mean(axes, keepdims=True)) / numpy.sqrt(values.var(axes, keepdims=True) + epsilon)


def operator(name, expected, *nodes, **constants):
    """The nodes take `image` and make `made`; the result is written channels last."""
    constants = dict(same=numpy.eye(12), shape=numpy.array([-1, 3, 2, 2]), **constants)
    first = helper.make_node('MatMul', ['x', 'same'], ['rows'])
    nodes = [first] + ([] if 'deep' in constants else [helper.make_node('Reshape', ['rows', 'shape'], ['image'])]) + list(nodes)
    graph = helper.make_graph(
        nodes, 'g',
        [helper.make_tensor_value_info('x', TensorProto.FLOAT, [None, 12])],
        [helper.make_tensor_value_info('made', TensorProto.FLOAT, None)],
        [numpy_helper.from_array(v if v.dtype.kind == 'i' else v.astype('f4'), k) for k, v in constants.items()])
    save('op-' + name, helper.make_model(graph, opset_imports=[helper.make_opsetid('', 20)]))
    if expected is not None:
        expected.transpose(0, 2, 3, 1).astype('<f4').tofile(os.path.join(folder, 'op-' + name + '.out'))


def node(op, inputs='image', output='made', **attributes):
    return helper.make_node(op, inputs.split(), [output], **attributes)


erf = numpy.vectorize(__import__('math').erf)
gamma, beta = numpy.array([1.5, -0.5, 2]), numpy.array([0.1, 0.2, -0.3])
channel = lambda v: v.reshape(1, 3, 1, 1)
bend = numpy.sqrt(2 / numpy.pi) * (image + 0.044715 * image ** 3)
operator('gelu', image * (1 + erf(image / 2 ** 0.5)) / 2, node('Gelu'))
operator('gelu-tanh', image * (1 + numpy.tanh(bend)) / 2, node('Gelu', approximate='tanh'))
operator('swish', image * share, node('Sigmoid', output='share'), node('Mul', 'share image'))
operator('elu', numpy.where(image < 0, 0.3 * numpy.expm1(image), image), node('Elu', alpha=0.3))
operator('hard-sigmoid', numpy.clip(0.3 * image + 0.4, 0, 1), node('HardSigmoid', alpha=0.3, beta=0.4))
operator('instance', normalized(image, (2, 3), 0.1) * channel(gamma) + channel(beta),
         node('InstanceNormalization', 'image gamma beta', epsilon=0.1), gamma=gamma, beta=beta)
operator('layer', normalized(image, (1, 2, 3), 1e-3),
         node('LayerNormalization', 'image ones', axis=1, epsilon=1e-3), ones=numpy.ones((3, 2, 2)))
operator('layer-channels', normalized(image, (1,), 1e-5) * channel(gamma) + channel(beta),
         node('Transpose', output='last', perm=[0, 2, 3, 1]),
         node('LayerNormalization', 'last gamma beta', 'normal', axis=-1),
         node('Transpose', 'normal', perm=[0, 3, 1, 2]), gamma=gamma, beta=beta)
deep = x.reshape(3, 12, 1, 1)
operator('dcr', deep.reshape(3, 2, 2, 3, 1, 1).transpose(0, 3, 4, 1, 5, 2).reshape(3, 3, 2, 2),
         node('Reshape', 'rows deep', 'image'), node('DepthToSpace', blocksize=2, mode='DCR'), deep=numpy.array([-1, 12, 1, 1]))
operator('crd', deep.reshape(3, 3, 2, 2, 1, 1).transpose(0, 1, 4, 2, 5, 3).reshape(3, 3, 2, 2),
         node('Reshape', 'rows deep', 'image'), node('DepthToSpace', blocksize=2, mode='CRD'), deep=numpy.array([-1, 12, 1, 1]))
operator('hard-swish', None, node('HardSwish'))
operator('group', None, node('GroupNormalization', 'image gamma beta', num_groups=3), gamma=gamma, beta=beta)
