/* In place of TensorFlow Lite: an int8 model of 6 numbers whose image is 2 x 3 grey pixels, each the number at its place.
   Scale 1/64, so that the example's quantizing, its pixels and its files can be checked. */
#include <stdlib.h>
#include <string.h>

#include <tensorflow/lite/c/c_api.h>

struct TfLiteModel {
  int unused;
};
struct TfLiteInterpreterOptions {
  int32_t threads;
};
struct TfLiteTensor {
  int8_t data[6];
};
struct TfLiteInterpreter {
  TfLiteTensor in, out;
};

const char *TfLiteVersion(void) { return "of this test"; }
TfLiteModel *TfLiteModelCreateFromFile(const char *path) {
  return strcmp(path, "model.tflite") == 0 ? calloc(1, sizeof(TfLiteModel)) : NULL;
}
void TfLiteModelDelete(TfLiteModel *model) { free(model); }
TfLiteInterpreterOptions *TfLiteInterpreterOptionsCreate(void) { return calloc(1, sizeof(TfLiteInterpreterOptions)); }
void TfLiteInterpreterOptionsDelete(TfLiteInterpreterOptions *options) { free(options); }
void TfLiteInterpreterOptionsSetNumThreads(TfLiteInterpreterOptions *options, int32_t threads) {
  options->threads = threads;
}
TfLiteInterpreter *TfLiteInterpreterCreate(const TfLiteModel *model, const TfLiteInterpreterOptions *options) {
  return model && options->threads > 0 ? calloc(1, sizeof(TfLiteInterpreter)) : NULL;
}
void TfLiteInterpreterDelete(TfLiteInterpreter *interpreter) { free(interpreter); }
TfLiteStatus TfLiteInterpreterAllocateTensors(TfLiteInterpreter *interpreter) {
  return interpreter ? kTfLiteOk : kTfLiteError;
}
TfLiteStatus TfLiteInterpreterInvoke(TfLiteInterpreter *interpreter) {
  interpreter->out = interpreter->in;
  return kTfLiteOk;
}
TfLiteTensor *TfLiteInterpreterGetInputTensor(const TfLiteInterpreter *interpreter, int32_t index) {
  return index == 0 ? (TfLiteTensor *)&interpreter->in : NULL;
}
const TfLiteTensor *TfLiteInterpreterGetOutputTensor(const TfLiteInterpreter *interpreter, int32_t index) {
  return index == 0 ? &interpreter->out : NULL;
}
TfLiteType TfLiteTensorType(const TfLiteTensor *tensor) { return tensor ? kTfLiteInt8 : kTfLiteNoType; }
int32_t TfLiteTensorNumDims(const TfLiteTensor *tensor) { return tensor ? 4 : 0; }
int32_t TfLiteTensorDim(const TfLiteTensor *tensor, int32_t index) {
  static const int32_t shape[4] = {1, 2, 3, 1};
  return tensor ? shape[index] : 0;
}
size_t TfLiteTensorByteSize(const TfLiteTensor *tensor) { return sizeof tensor->data; }
void *TfLiteTensorData(const TfLiteTensor *tensor) { return (void *)tensor->data; }
TfLiteQuantizationParams TfLiteTensorQuantizationParams(const TfLiteTensor *tensor) {
  const TfLiteQuantizationParams q = {tensor ? 1.0f / 64.0f : 0.0f, 0};
  return q;
}
