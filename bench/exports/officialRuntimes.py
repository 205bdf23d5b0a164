# Runs what `npx tsx bench/exports/page.ts RUN.zip... --out DIR` kept with the official runtimes and compares it with what
# the trained networks draw:  python bench/exports/officialRuntimes.py DIR
# Needs numpy and whatever of these is there: tensorflow with keras (.h5, .json, .keras, .tflite, the C array), onnx and
# onnxruntime (.onnx), torch (the script and its .npz). Prints a row a file; ends with 1 if one is refused or differs.
import importlib.util, json, os, re, sys, warnings
import numpy as np

os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '2')
LOGITS = 1e-4  # of the largest score: the discriminator's outputs are not bounded


def here(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def run_tflite(model, inputs):
    import tensorflow as tf
    interpreter = tf.lite.Interpreter(model_content=model)
    interpreter.allocate_tensors()
    source, target = interpreter.get_input_details()[0], interpreter.get_output_details()[0]
    assert (source['name'], target['name']) != ('', ''), 'ports without names'
    drawn = []
    for row in inputs:
        value = row[None]
        if source['dtype'] == np.int8:
            scale, zero = source['quantization']
            value = np.clip(np.round(value / scale) + zero, -128, 127).astype(np.int8)
        interpreter.set_tensor(source['index'], value)
        interpreter.invoke()
        image = interpreter.get_tensor(target['index'])[0]
        if target['dtype'] == np.int8:
            scale, zero = target['quantization']
            image = (image.astype(np.float32) - zero) * scale
        drawn.append(image)
    signature = interpreter.get_signature_list()['serving_default']
    assert signature == {'inputs': [source['name']], 'outputs': [target['name']]} or 'latent' in signature['inputs']
    return np.stack(drawn)


def run_keras(keras, path, inputs):
    model = keras.models.load_model(path, compile=False) if not path.endswith('.json') else None
    if model is None:
        with open(path) as file:
            model = keras.models.model_from_json(file.read())
        model.load_weights(path[:-5] + '.h5')
    model.summary(print_fn=lambda *_, **__: None)
    assert model.inputs[0].shape[1:] == inputs.shape[1:], (model.inputs[0].shape, inputs.shape)
    return np.asarray(model(inputs, training=False))


def run_onnx(path, inputs):
    import onnxruntime as ort
    if here('onnx'):
        import onnx
        onnx.checker.check_model(onnx.load(path), full_check=True)
    options = ort.SessionOptions()
    options.log_severity_level = 2
    session = ort.InferenceSession(path, options, providers=['CPUExecutionProvider'])
    return session.run(None, {session.get_inputs()[0].name: inputs})[0]


def run_torch(path, inputs):
    import torch
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with torch.no_grad():
        return module.load()(torch.from_numpy(inputs)).numpy()


def array_of(path):
    with open(path) as file:
        body = re.search(r'\{(.*)\}', file.read(), re.S).group(1)
    return bytes(int(value, 16) for value in re.findall(r'0x[0-9a-f]+', body))


def checks(folder, reference, latents, images, scores):
    """(what, function that draws, what it must draw) for each file of an export."""
    tf = here('tensorflow')
    keras = here('keras') if tf else None
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        part = name.split('.')[0]
        if name.endswith('.tflite') and tf:
            with open(path, 'rb') as file: model = file.read()
            yield 'tf.lite.Interpreter', name, lambda m=model: run_tflite(m, latents), images
        elif name.endswith('_model_data.c') and tf:
            yield 'tf.lite.Interpreter', name, lambda p=path: run_tflite(array_of(p), latents), images
        elif name.endswith('.onnx') and here('onnxruntime'):
            yield 'onnxruntime', name, lambda p=path: run_onnx(p, latents), images
        elif re.match(r'(generator|discriminator|combined)\.(h5|keras|json)$', name) and keras:
            given = images if part == 'discriminator' else latents
            wanted = images if part == 'generator' else scores
            yield 'keras', name, lambda p=path, g=given: run_keras(keras, p, g), wanted
            yield 'tf.keras', name, lambda p=path, g=given: run_keras(tf.keras, p, g), wanted
        elif re.match(r'(generator|discriminator)\.py$', name) and here('torch'):
            given, wanted = (latents, images) if part == 'generator' else (images, scores)
            yield 'torch', name, lambda p=path, g=given: run_torch(p, g), wanted


def compare(drawn, wanted, bound):
    assert drawn.shape == wanted.shape, ('shape', drawn.shape, wanted.shape)
    mean, largest = float(np.abs(drawn - wanted).mean()), float(np.abs(drawn - wanted).max())
    assert mean <= bound, f'mean difference {mean:.2g} of {bound:.2g} allowed, largest {largest:.2g}'
    return mean, largest


def main(root):
    failed = 0
    print('| run | export | file | runtime | mean difference | largest | allowed |\n|---|---|---|---|---:|---:|---:|')
    for run in sorted(os.listdir(root)):
        at = lambda name: os.path.join(root, run, name)
        with open(at('reference.json')) as file: reference = json.load(file)
        count = reference['images']
        latents = np.fromfile(at('latents.f32'), '<f4').reshape(count, *reference['input'])
        images = np.fromfile(at('images.f32'), '<f4').reshape(count, *reference['output'])
        scores = np.fromfile(at('scores.f32'), '<f4').reshape(count, -1) if os.path.exists(at('scores.f32')) else None
        for export, bound in reference['bounds'].items():
            if not os.path.isdir(at(export)): continue
            for runtime, name, draw, wanted in checks(at(export), reference, latents, images, scores):
                allowed = bound if wanted is images else LOGITS * max(1.0, float(np.abs(wanted).max()))
                try:
                    with warnings.catch_warnings(record=True) as heard:
                        warnings.simplefilter('always')
                        mean, largest = compare(draw(), wanted, allowed)
                    row = f'{mean:.2g} | {largest:.2g} | {allowed:.2g}'
                    heard = [w for w in heard if 'Interpreter is deprecated' not in str(w.message)]
                    if heard: row += f' (warns: {str(heard[0].message)[:120]})'
                except Exception as error:  # whatever the runtime says is the answer
                    failed += 1
                    row = f'FAILS: {type(error).__name__}: {str(error)[:400]} | | '.replace('\n', ' ')
                print(f'| {run} | {export} | {name} | {runtime} | {row} |', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
