// Keras' activations: layers of their own, or what another layer carries, as a name or as an object with settings.
import { LEAKY_ALPHA, type ActivationName } from '../../core/network';
import { addAffine } from '../affine';
import { asNumber, fieldsOrNull } from '../fields';
import { amountOf, refuse, type Adding } from './adding';

/** Keras 2's default of the layer LeakyReLU; Keras 3 writes the slope. */
const KERAS_LEAKY_ALPHA = 0.3;

const ACTIVATIONS: Readonly<Record<string, ActivationName>> = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu6: 'relu6',
  celu: 'elu',
  elu: 'elu',
  selu: 'selu',
  gelu: 'gelu',
  swish: 'swish',
  silu: 'swish',
  softplus: 'softplus',
};

function addLeaky({ assembly, label }: Adding, alpha: number): void {
  assembly.add(
    alpha === 0 ? { kind: 'activation', fn: 'relu' } : { kind: 'activation', fn: 'leakyRelu', alpha },
    label,
  );
}

/** `min(value, limit)`, of what stands at hand. */
function addCeiling({ assembly, label }: Adding, limit: number): void {
  addAffine(assembly, label, -1, limit);
  assembly.add({ kind: 'activation', fn: 'relu' }, label);
  addAffine(assembly, label, -1, limit);
}

/** From 0 to `limit`, between which values stay as they are. */
function addUpTo({ assembly, label }: Adding, limit: number): void {
  addAffine(assembly, label, 6 / limit);
  assembly.add({ kind: 'activation', fn: 'relu6' }, label);
  addAffine(assembly, label, limit / 6);
}

/** Above the threshold values stay as they are, so that the function jumps there: no layers here do that. */
function relu(adding: Adding): void {
  const { label, config } = adding;
  const threshold = amountOf(adding, 'threshold', 0);
  const slope = amountOf(adding, 'negative_slope', 0);
  const limit =
    (config.max_value ?? null) === null ? null : asNumber(config.max_value, `max_value of ${label}`);
  const settings = `its threshold is ${threshold}, its negative_slope ${slope} and its max_value ${limit ?? 'none'}`;
  if (threshold !== 0) refuse(label, `${settings}; a threshold of 0 is supported`);
  if (limit !== null && !(limit > 0 && limit < 1e6))
    refuse(label, `${settings}; a max_value above 0 is supported`);
  if (limit !== null && slope === 0) return addUpTo(adding, limit);
  addLeaky(adding, slope);
  if (limit !== null) addCeiling(adding, limit);
}

const leakyRelu = (adding: Adding): void =>
  addLeaky(
    adding,
    amountOf(
      adding,
      adding.config.negative_slope === undefined ? 'alpha' : 'negative_slope',
      KERAS_LEAKY_ALPHA,
    ),
  );

/** Below zero the slope is that of a leaky rectifier behind an ELU of 1. */
function elu(adding: Adding): void {
  const { assembly, label } = adding;
  const alpha = amountOf(adding, 'alpha', 1);
  assembly.add({ kind: 'activation', fn: 'elu' }, label);
  if (alpha !== 1) addLeaky(adding, alpha);
}

/** `clip(x / 5 + 1 / 2, 0, 1)` in Keras 2, `clip(x / 6 + 1 / 2, 0, 1)` in Keras 3. */
function addHardSigmoid({ assembly, label, kerasVersion }: Adding): void {
  addAffine(assembly, label, kerasVersion < 3 ? 6 / 5 : 1);
  assembly.add({ kind: 'activation', fn: 'hardSigmoid' }, label);
}

/** Activations by name that are several layers here. */
const NAMED: Readonly<Record<string, (adding: Adding) => void>> = {
  softmax: (adding) => softmax({ ...adding, config: {} }),
  leaky_relu: (adding) => addLeaky(adding, LEAKY_ALPHA),
  hard_sigmoid: addHardSigmoid,
  hard_tanh({ assembly, label }) {
    addAffine(assembly, label, 3);
    assembly.add({ kind: 'activation', fn: 'hardSigmoid' }, label);
    addAffine(assembly, label, 2, -1);
  },
  log_sigmoid({ assembly, label }) {
    addAffine(assembly, label, -1);
    assembly.add({ kind: 'activation', fn: 'softplus' }, label);
    addAffine(assembly, label, -1);
  },
};

function softmax({ assembly, label, config }: Adding): void {
  const axis = config.axis ?? -1;
  if (axis !== -1 && axis !== assembly.shape.length) refuse(label, `its axis is ${JSON.stringify(axis)}`);
  assembly.add({ kind: 'softmax' }, label);
}

/** Layers that are an activation with settings, which other layers may carry as well. */
export const ACTIVATION_LAYERS: Readonly<Record<string, (adding: Adding) => void>> = {
  Activation: (adding) => addActivation(adding, adding.config.activation),
  ReLU: relu,
  LeakyReLU: leakyRelu,
  ELU: elu,
  Softmax: softmax,
};

function addNamed(adding: Adding, name: unknown): void {
  const { assembly, label } = adding;
  if (name === 'linear') return;
  if (typeof name === 'string' && Object.hasOwn(NAMED, name)) return NAMED[name](adding);
  const fn = typeof name === 'string' && Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : undefined;
  if (!fn) return refuse(label, `its activation is ${JSON.stringify(name)}, which is not known here`);
  assembly.add({ kind: 'activation', fn }, label);
}

/**
 * The activation that a setting names: a text, or an object as Keras writes layers and functions.
 * @throws UnsupportedLayerError for one that is not known here, by its name
 */
export function addActivation(adding: Adding, value: unknown): void {
  const object = fieldsOrNull(value);
  if (!object) return addNamed(adding, value ?? 'linear');
  const { class_name: className, config } = object;
  const settings = fieldsOrNull(config) ?? {};
  if (typeof className === 'string' && Object.hasOwn(ACTIVATION_LAYERS, className))
    return ACTIVATION_LAYERS[className]({ ...adding, config: settings });
  if (className === 'function') return addNamed(adding, config);
  addNamed(adding, className);
}
