// The run file in the exported train.py: checkpoints/format written again, so that the page opens what was trained elsewhere.

export const RUN_FILE_PART = String.raw`# ---- The run as it stands. A checkpoint is a run file of the page, so any checkpoint opens there.

class State:
    """Everything that a run file holds: its facts, tensors by name, history by column, frames of the timeline."""

    def __init__(self, facts, tensors, history, frames):
        self.facts, self.tensors, self.history, self.frames = facts, tensors, history, frames


def exported_state():
    """The run as it left the page. @throws RunError when the folder is not whole"""
    try:
        with np.load(os.path.join(FOLDER, 'weights.npz')) as arrays:
            tensors = {name: arrays[name] for name in RUN['tensors']}
        with np.load(os.path.join(FOLDER, 'history.npz')) as arrays:
            history = {name: arrays[name].tolist() for name in RUN['history']}
        with np.load(os.path.join(FOLDER, 'timeline.npz')) as arrays:
            frames = [(step, arrays[f'step-{step}']) for step in RUN['timeline']]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error) as problem:
        raise RunError(f'{FOLDER} is not whole ({problem}): unpack it again.')
    return State(dict(RUN['run'], config=RUN['config']), tensors, history, frames)


def read_run_file(path):
    """A checkpoint. @throws RunError when it is none of this run"""
    try:
        with zipfile.ZipFile(path) as archive:
            facts = json.loads(archive.read('run.json'))
            parts = {name: archive.read(name) for name in ('tensors.bin', 'history.bin', 'timeline.bin')}
        sums = {name: facts['parts'][name]['crc32'] for name in parts}
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, zlib.error) as problem:
        raise RunError(f'{path} is no whole run file ({problem}): move it away, and train.py begins with the run as it was exported.')
    for name, content in parts.items():
        if zlib.crc32(content) != sums[name]:
            raise RunError(f'{path} is damaged: {name} is not what its run.json says. Move it away.')
    tensors = {}
    for entry in facts['tensors']:
        count = math.prod(entry['shape'])
        values = np.frombuffer(parts['tensors.bin'], '<f4', count, entry['offset'])
        tensors[entry['name']] = values.reshape(entry['shape'])
    if facts['id'] != RUN['run']['id']:
        raise RunError(f'{path} is of another run; move it away, or choose another --out.')
    columns = np.frombuffer(parts['history.bin'], '<f8').reshape(len(facts['history']['columns']), -1)
    history = {name: column.tolist() for name, column in zip(facts['history']['columns'], columns)}
    frames, offset = [], 0
    for entry in facts['timeline']:
        packed = parts['timeline.bin'][offset:offset + entry['packedBytes']]
        offset += entry['packedBytes']
        shape = [entry[side] for side in ('count', 'height', 'width', 'channels')]
        frames.append((entry['step'], np.frombuffer(zlib.decompress(packed, -15), np.uint8).reshape(shape)))
    return State(facts, tensors, history, frames)


def thinned(steps, limit):
    """Places of at most so many items, spread over the steps as the page spreads them."""
    if len(steps) <= limit:
        return range(len(steps))
    width, most = max(1, steps[1] - steps[0]), max(2, int(limit * 0.75))
    while True:
        cell, kept = -1, []
        for i, step in enumerate(steps):
            own = (step - steps[0]) // width
            if own > cell or i == len(steps) - 1:
                kept.append(i)
            cell = max(cell, own)
        if len(kept) <= most:
            return kept
        width *= 2


def thin(state):
    if state.frames:
        fitting = 48 * 2 ** 20 // max(1, state.frames[0][1].size)
        limit = max(4, min(200, max(8, fitting)))
        state.frames = [state.frames[i] for i in thinned([step for step, _ in state.frames], limit)]
    measures = state.facts.get('measures', [])
    state.facts['measures'] = [measures[i] for i in thinned([one['step'] for one in measures], 2000)]
    steps = state.history.get('step', [])
    if len(steps) > 200_000:
        kept = thinned(steps, 200_000)
        state.history = {name: [column[i] for i in kept] for name, column in state.history.items()}


def packed_frame(pixels):
    packer = zlib.compressobj(4, zlib.DEFLATED, -15)
    return packer.compress(np.ascontiguousarray(pixels).tobytes()) + packer.flush()


def write_run_file(path, state):
    """Written beside the old one and moved over it: a crash meanwhile keeps the old."""
    index, offset = [], 0
    # Those that came along in their order, then what was added since.
    names = [name for name in RUN['tensors'] if name in state.tensors]
    names += sorted(set(state.tensors) - set(names))
    for name in names:
        values = state.tensors[name]
        index.append({'name': name, 'shape': list(values.shape), 'offset': offset})
        offset += 4 * values.size
    frames = [packed_frame(pixels) for _, pixels in state.frames]
    columns = list(state.history)
    parts = {
        'tensors.bin': b''.join(np.ascontiguousarray(state.tensors[name], '<f4').tobytes() for name in names),
        'history.bin': np.array([state.history[name] for name in columns], '<f8').tobytes(),
        'timeline.bin': b''.join(frames),
    }
    facts = {key: value for key, value in state.facts.items() if value is not None or key == 'parent'}
    facts.update({
        'format': 'ganvas-run', 'version': 1, 'savedAt': int(time.time() * 1000), 'tensors': index,
        'parts': {name: {'bytes': len(content), 'crc32': zlib.crc32(content)} for name, content in parts.items()},
        'history': {'points': len(state.history['step']), 'columns': columns},
        'timeline': [dict(zip(('step', 'count', 'height', 'width', 'channels', 'packedBytes'),
                              (step, *pixels.shape, len(packed))))
                     for (step, pixels), packed in zip(state.frames, frames)],
    })
    beside = f'{path}.{os.getpid()}.part'
    with zipfile.ZipFile(beside, 'w', zipfile.ZIP_STORED) as archive:
        archive.writestr('run.json', json.dumps(facts), zipfile.ZIP_DEFLATED)
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if name == 'history.bin' else zipfile.ZIP_STORED)
    with open(beside, 'rb+') as file:
        os.fsync(file.fileno())
    os.replace(beside, path)`;
