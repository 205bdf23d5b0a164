// The operation codes that the TypeScript registrations and the AssemblyScript kernels share.
// Valid in both languages; the numbers are internal to one build and never stored.

/** Elementwise functions of one float32 tensor with up to two scalar parameters p and q. */
export enum UnaryOp {
  Abs,
  Neg,
  Ceil,
  Floor,
  Round,
  Sign,
  Square,
  Sqrt,
  Rsqrt,
  Reciprocal,
  Relu,
  Relu6,
  LeakyRelu,
  Step,
  Clip,
  Exp,
  Expm1,
  Log,
  Log1p,
  Sigmoid,
  Softplus,
  Tanh,
  Elu,
  Selu,
  Erf,
  Sin,
  Cos,
  Tan,
  Asin,
  Acos,
  Atan,
  Sinh,
  Cosh,
  Asinh,
  Acosh,
  Atanh,
}

/** Elementwise functions of two broadcast tensors of the same type. */
export enum BinaryOp {
  Add,
  Sub,
  Mul,
  Div,
  Max,
  Min,
  SquaredDifference,
  Prelu,
  EluGrad,
  FloorDiv,
  Mod,
  Pow,
  Atan2,
}

/** Predicates of two broadcast tensors; the result is one byte per element. */
export enum CompareOp {
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  Less,
  LessEqual,
  And,
  Or,
  Xor,
}

/** Predicates of one tensor; the result is one byte per element. */
export enum TestOp {
  IsNan,
  IsInf,
  IsFinite,
}

export enum ReduceOp {
  Sum,
  Prod,
  Max,
  Min,
}

/** Conversions between stored types; truth values are one byte. */
export enum CastKind {
  FloatToInt,
  IntToFloat,
  BoolToFloat,
  BoolToInt,
  FloatToBool,
  IntToBool,
}
