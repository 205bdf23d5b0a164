# Writes an HDF5 file with h5py from a description, as Keras does: python3 writeHdf5.py TREE.json VALUES.f32 OUT.h5
# TREE: {"options": {...}, "attrs": {name: text or [texts]}, "datasets": {path: shape}, "groups": {path: {"attrs": {...}}}}
import json, sys
import h5py
import numpy as np

tree = json.load(open(sys.argv[1]))
values = np.fromfile(sys.argv[2], '<f4')
options = tree.get('options', {})


def set_attrs(target, attrs):
    for name, value in attrs.items():
        if isinstance(value, str):
            target.attrs[name] = value  # a text of variable length, as Keras saves model_config
        else:
            target.attrs[name] = np.array([text.encode() for text in value]) if value else np.zeros(0)


with h5py.File(sys.argv[3], 'w', libver=options.get('libver'), track_order=options.get('track_order')) as out:
    set_attrs(out, tree.get('attrs', {}))
    for path, group in tree.get('groups', {}).items():
        made = out.create_group(path, track_order=options.get('track_order'))
        set_attrs(made, group.get('attrs', {}))
    at = 0
    for path, shape in tree['datasets'].items():
        count = int(np.prod(shape))
        data = values[at:at + count].reshape(shape).astype(options.get('dtype', '<f4'))
        chunks = options.get('chunks')
        out.create_dataset(
            path, data=data, compression=options.get('compression'),
            shuffle=options.get('shuffle', False), fletcher32=options.get('fletcher32', False),
            chunks=tuple(min(chunks, side) for side in shape) if chunks else None)
        at += count
