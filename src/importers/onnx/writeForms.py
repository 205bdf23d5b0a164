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
