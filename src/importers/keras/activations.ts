// Keras' activations: layers of their own, or what another layer carries, as a name or as an object with settings.
import { LEAKY_ALPHA, type ActivationName } from '../../core/network';
import { asNumber, fieldsOrNull } from '../fields';
import { amountOf, refuse, type Adding } from './adding';

/** Keras 2's default of the layer LeakyReLU; Keras 3 writes the slope. */
const KERAS_LEAKY_ALPHA = 0.3;

/** `hard_sigmoid` is not here: Keras 2 and 3 mean different functions by it. */
const ACTIVATIONS: Readonly<Record<string, ActivationName>> = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu6: 'relu6',
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

function relu(adding: Adding): void {
  const { assembly, label, config } = adding;
  const threshold = amountOf(adding, 'threshold', 0);
  if (threshold !== 0) refuse(label, `its threshold is ${threshold}; 0 is supported`);
  const slope = amountOf(adding, 'negative_slope', 0);
  const most = config.max_value ?? null;
  if (most === null) return addLeaky(adding, slope);
  const limit = asNumber(most, `max_value of ${label}`);
  if (limit !== 6) refuse(label, `its max_value is ${limit}; 6 and none are supported`);
  if (slope !== 0)
    refuse(label, `it has the negative_slope ${slope} and a max_value; one of them is supported`);
  assembly.add({ kind: 'activation', fn: 'relu6' }, label);
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

function elu(adding: Adding): void {
  const alpha = amountOf(adding, 'alpha', 1);
  if (alpha !== 1) refuse(adding.label, `its alpha is ${alpha}; 1 is supported`);
  adding.assembly.add({ kind: 'activation', fn: 'elu' }, adding.label);
}

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
  if (name === 'softmax') return softmax({ ...adding, config: {} });
  if (name === 'leaky_relu') return addLeaky(adding, LEAKY_ALPHA);
  const fn = typeof name === 'string' && Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : undefined;
  if (!fn) return refuse(label, `its activation is ${JSON.stringify(name)}`);
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
