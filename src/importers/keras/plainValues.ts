// Python values in the settings of Keras layers as plain ones: arrays of numpy, tensors and tuples, which Keras writes as
// objects that say what they were. Everything else stays as it is.
import { fieldsOrNull, type Fields } from '../fields';

const MOST_DEEP = 64;

/** What such an object holds; null for any other object. */
function held(fields: Fields): { readonly value: unknown } | null {
  if (fields.type === 'ndarray' && 'value' in fields) return { value: fields.value };
  if (fields.class_name === '__tuple__') return { value: fields.items };
  if (fields.class_name !== '__numpy__' && fields.class_name !== '__tensor__') return null;
  const config = fieldsOrNull(fields.config);
  return config && 'value' in config ? { value: config.value } : null;
}

/** The same value without such objects, as deep as models nest. */
export function plainValue(value: unknown, depth = 0): unknown {
  if (depth > MOST_DEEP) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item, depth + 1));
  const fields = fieldsOrNull(value);
  if (!fields) return value;
  const inside = held(fields);
  if (inside) return plainValue(inside.value, depth + 1);
  return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, plainValue(item, depth + 1)]));
}
