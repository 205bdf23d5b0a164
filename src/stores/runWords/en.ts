// English names of runs, as the worker gives them: a test holds the two together.
export default {
  on: '{what} on {data}',
  begun: '{name}, begun with {origin}',
  student: '{name} (student {width})',
  rounded: '{name} (QAT {bits} bits)',
  weights: '{name} (weights -{share} %)',
  channels: '{name} (channels -{share} %)',
  imported: '{name} (imported)',
  copy: '{name} (copy)',
  copies: '{name} (copy {number})',
} as const;
