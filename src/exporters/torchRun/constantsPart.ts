// Arrays that the exported train.py reads and no run file holds: the feature network of a style student, the first weights of layers
// that a growing run has yet to get.

export const CONSTANTS_PART = String.raw`def constants(prefix):
    """Arrays of constants.npz whose names begin so, by the rest of their names."""
    with np.load(os.path.join(FOLDER, 'constants.npz')) as arrays:
        return {name[len(prefix):]: arrays[name] for name in arrays.files if name.startswith(prefix)}`;
