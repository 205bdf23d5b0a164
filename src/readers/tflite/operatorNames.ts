// Names of operators for messages, by the schema's BuiltinOperator; those that are read, and others that generators have.

const NAMES: Readonly<Record<number, string>> = {
  0: 'ADD',
  1: 'AVERAGE_POOL_2D',
  2: 'CONCATENATION',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  7: 'EMBEDDING_LOOKUP',
  9: 'FULLY_CONNECTED',
  14: 'LOGISTIC',
  17: 'MAX_POOL_2D',
  18: 'MUL',
  19: 'RELU',
  21: 'RELU6',
  22: 'RESHAPE',
  23: 'RESIZE_BILINEAR',
  25: 'SOFTMAX',
  28: 'TANH',
  32: 'CUSTOM',
  34: 'PAD',
  36: 'GATHER',
  39: 'TRANSPOSE',
  40: 'MEAN',
  41: 'SUB',
  42: 'DIV',
  43: 'SQUEEZE',
  45: 'STRIDED_SLICE',
  47: 'EXP',
  53: 'CAST',
  54: 'PRELU',
  59: 'NEG',
  65: 'SLICE',
  67: 'TRANSPOSE_CONV',
  69: 'TILE',
  70: 'EXPAND_DIMS',
  73: 'LOG',
  97: 'RESIZE_NEAREST_NEIGHBOR',
  98: 'LEAKY_RELU',
  100: 'MIRROR_PAD',
  101: 'ABS',
  111: 'ELU',
  114: 'QUANTIZE',
  117: 'HARD_SWISH',
  126: 'BATCH_MATMUL',
  150: 'GELU',
};

export const operatorName = (code: number): string => NAMES[code] ?? `operator ${code}`;

/** For hints. */
export const SUPPORTED_OPERATORS =
  'Operators that can be opened: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, SLICE, pools, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, RELU6, ELU, GELU, TANH, LOGISTIC; MUL, ADD and SUB by channel.';
