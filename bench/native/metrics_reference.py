"""Every number of src/metrics worked out with NumPy alone, on seeded arrays, for src/metrics/reference.test.ts.

    /usr/bin/python3 bench/native/metrics_reference.py > src/metrics/reference.json

The arrays come from a 32-bit generator that the test repeats (xorshift32), so the file holds seeds and results only.
Written from the papers, not from the TypeScript: eigenvalues come from LAPACK, neighbours from full distance matrices.
"""
import json

import numpy as np


def uniforms(count, seed):
    """xorshift32 (Marsaglia 2003), each draw divided by 2^32."""
    state, values = seed, np.empty(count)
    for i in range(count):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        values[i] = state / 2**32
    return values


def features(case, which):
    """Correlated, skewed, partly zero rows, as features after a ReLU are; float32 like the page's."""
    rows, size, seed = case[which], case["size"], case["seed"] + (0 if which == "real" else 1000)
    raw = uniforms(rows * size, seed).reshape(rows, size)
    mixed = raw + 0.5 * np.roll(raw, 1, axis=1) - (0.55 if which == "real" else 0.5)
    return np.maximum(0, mixed * (1 if which == "real" else 1.1)).astype(np.float32)


def probabilities(case, which):
    rows, classes, seed = case[which], case["classes"], case["seed"] + (2000 if which == "real" else 3000)
    raw = uniforms(rows * classes, seed).reshape(rows, classes) ** case["sharpness"]
    if which == "generated":
        raw = raw * (np.arange(classes) + 0.5)
    return (raw / raw.sum(1, keepdims=True)).astype(np.float32)


def moments(x):
    x = x.astype(np.float64)
    return x.mean(0), np.cov(x, rowvar=False)


def frechet(a, b):
    (m1, c1), (m2, c2) = moments(a), moments(b)
    # trace of (C1 C2)^(1/2): sum of the roots of the eigenvalues of the (unsymmetric) product
    roots = np.sqrt(np.maximum(np.linalg.eigvals(c1 @ c2).real, 0))
    return float(((m1 - m2) ** 2).sum() + np.trace(c1) + np.trace(c2) - 2 * roots.sum())


def distances(a, b):
    a, b = a.astype(np.float64), b.astype(np.float64)
    return np.sqrt(np.maximum(((a[:, None, :] - b[None, :, :]) ** 2).sum(-1), 0))


def radii(x, k):
    return np.sort(distances(x, x), axis=1)[:, k]  # column 0 is the point itself


def counts(p):
    return np.bincount(p.argmax(1), minlength=p.shape[1])


def covered(n):
    return n >= max(1, 0.1 * n.sum() / len(n))


def kl(n, present):
    p = n[present] / n[present].sum()
    p = p[p > 0]
    return float((p * np.log(p * present.sum())).sum())


def measure(case):
    real, generated = features(case, "real"), features(case, "generated")
    p_real, p = probabilities(case, "real"), probabilities(case, "generated")
    between = distances(generated, real)
    p64 = p.astype(np.float64)
    present = covered(counts(p_real))
    by_class = []
    for c in range(case["classes"]):
        drawn, wanted = generated[p.argmax(1) == c], real[p_real.argmax(1) == c]
        by_class.append(frechet(wanted, drawn) if min(len(drawn), len(wanted)) >= 20 else None)
    defined = [v for v in by_class if v is not None]
    return {
        "frechet-distance": frechet(real, generated),
        "modes-covered": int((covered(counts(p)) & present).sum()),
        "kl-from-uniform": kl(counts(p), present),
        "classifier-score": float(np.exp((p64 * np.log(p64 / p64.mean(0))).sum(1).mean())),
        "variety": float(np.trace(moments(generated)[1]) / np.trace(moments(real)[1])),
        "precision": float((between <= radii(real, 3)[None, :]).any(1).mean()),
        "recall": float((between <= radii(generated, 3)[:, None]).any(0).mean()),
        "density": float((between <= radii(real, 5)[None, :]).sum() / (5 * len(generated))),
        "coverage": float((between <= radii(real, 5)[None, :]).any(0).mean()),
        "class-frechet-distance": float(np.mean(defined)) if defined else None,
        "nearest-distance": float(np.median(between.min(1))),
    }, by_class


def points(case, which):
    """Uniform over the square, but every other one near a mode; float32."""
    rows, seed = case[which], case["seed"] + (0 if which == "real" else 1000)
    raw = uniforms(rows * 3, seed).reshape(rows, 3)
    modes = np.array(case["modes"])
    kept = len(modes) if which == "real" else case["drawnModes"]
    near = modes[(raw[:, 2] * kept).astype(int)] + case["deviation"] * 3 * (2 * raw[:, :2] - 1)
    apart = 2 * raw[:, :2] - 1
    return np.where((np.arange(rows) % 2 == 0)[:, None], near, apart).astype(np.float32)


def cells(x):
    grid, _, _ = np.histogram2d(*np.clip(x, -1, 1 - 1e-9).T.astype(np.float64), bins=20, range=[[-1, 1], [-1, 1]])
    return grid.ravel()


def entropy(p, q):
    return float((p[p > 0] * np.log(p[p > 0] / q[p > 0])).sum())


def measure_points(case):
    real, drawn = points(case, "real"), points(case, "generated")
    modes = np.array(case["modes"])

    def mode_counts(x):
        away = distances(x, modes)
        good = away.min(1) <= 3 * case["deviation"]
        return np.bincount(away.argmin(1)[good], minlength=len(modes)), good

    (n_real, _), (n, good) = mode_counts(real), mode_counts(drawn)
    present = covered(n_real)
    p, q = cells(real) / len(real), cells(drawn) / len(drawn)
    smoothed = (cells(drawn) + 1 / 400) / (len(drawn) + 1)
    return {
        "modes-covered": int((covered(n) & present).sum()),
        "good-samples": float(good.mean()),
        "kl-from-uniform": kl(n, present),
        "grid-kl": entropy(p, smoothed),
        "grid-js": (entropy(p, (p + q) / 2) + entropy(q, (p + q) / 2)) / 2,
    }


POINT_CASES = [
    {"seed": 11, "real": 600, "generated": 500, "deviation": 0.04, "drawnModes": 3,
     "modes": [[0.7, 0], [0, 0.7], [-0.7, 0], [0, -0.7]]},
    {"seed": 12, "real": 300, "generated": 900, "deviation": 0.02, "drawnModes": 9,
     "modes": [[0.5 * (i % 3 - 1), 0.5 * (i // 3 - 1)] for i in range(9)]},
]

CASES = [
    {"seed": 1, "real": 300, "generated": 250, "size": 8, "classes": 4, "sharpness": 4},
    {"seed": 2, "real": 400, "generated": 401, "size": 64, "classes": 10, "sharpness": 8},
    {"seed": 3, "real": 200, "generated": 100, "size": 128, "classes": 10, "sharpness": 2},
]

if __name__ == "__main__":
    results = []
    for case in CASES:
        values, by_class = measure(case)
        results.append({**case, "values": values, "classFrechet": by_class})
    on_points = [{**case, "values": measure_points(case)} for case in POINT_CASES]
    made = "bench/native/metrics_reference.py, NumPy " + np.__version__
    print(json.dumps({"made": made, "cases": results, "pointCases": on_points}, indent=1))
