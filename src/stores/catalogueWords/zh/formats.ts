// Simplified Chinese texts of file formats, by the English text.
export default {
  'TensorFlow Lite': 'TensorFlow Lite',
  'One .tflite file for phones, boards and microcontrollers; every kind is run by LiteRT before you get it.':
    '一个 .tflite 文件，用于手机、开发板和微控制器；每种格式在交给你之前都会用 LiteRT 运行一遍。',
  'int8, float in and out': 'int8，浮点输入输出',
  'Integer arithmetic throughout, float32 at the border: small and quick, and as easy to call as float.':
    '内部全为整数运算，输入输出为 float32：小而快，调用起来与浮点模型一样简单。',
  'int8, int8 in and out': 'int8，int8 输入输出',
  'Integer arithmetic throughout, as microcontrollers (TensorFlow Lite Micro) want it.':
    '全为整数运算，符合微控制器（TensorFlow Lite Micro）的要求。',
  'int8 weights, float activations': 'int8 权重，浮点激活',
  'A quarter of the size; activations are rounded on the fly. Not for microcontrollers.':
    '大小为四分之一；激活在运行时舍入。不适合微控制器。',
  '4-bit weights': '4 位权重',
  'Dense and convolution weights in 4 bits, the rest in 8: smallest, and visibly rougher.':
    '全连接和卷积的权重为 4 位，其余为 8 位：最小，但明显更粗糙。',
  'LiteRT and TensorFlow Lite have no quick kernels for 4-bit convolutions: an image takes many times as long as with 8 bits, 80 times for the application note’s network. Choose it for its size alone.':
    'LiteRT 和 TensorFlow Lite 没有快速的 4 位卷积内核：一张图像的用时是 8 位的许多倍，应用笔记的网络为 80 倍。只有在意大小时才选它。',
  'float16 weights': 'float16 权重',
  'Half the size, hardly any difference.': '大小减半，几乎没有差别。',
  float32: 'float32',
  'As trained; the one to compare with.': '与训练时相同；用作比较的基准。',
  Runtimes: '运行时',
  'TensorFlow Lite 2.3 or later': 'TensorFlow Lite 2.3 或更高版本',
  'Older ones too, and Arm NN of 2020': '也支持更旧版本和 2020 年的 Arm NN',
  'Older ones want the bias of a transposed convolution as an addition behind it: one more operator, and in integers one more rounding.':
    '旧版本要求把转置卷积的偏置写成其后的一次加法：多一个算子，用整数时还多一次舍入。',
  'Images at a time': '每次图像数',
  'One, which interpreters may resize': '一张，解释器可调整',
  'Left free': '不固定',
  'Every operator follows an input that is resized, but a transposed convolution, which is told its output: left free, that shape is computed, which is slower. LiteRT.js 2.5 and Arm NN run no file whose size is left free.':
    '输入尺寸改变时，各算子都会跟随，只有转置卷积例外，它的输出形状须事先指定：若不固定，就要计算该形状，因而更慢。LiteRT.js 2.5 和 Arm NN 无法运行尺寸不固定的文件。',
  'Web page': '网页',
  'One .html file that draws by itself: opened with a double click, in any browser, without a network. To send to anybody.':
    '一个能自己绘图的 .html 文件：双击即可在任何浏览器中打开，无需网络。可以发给任何人。',
  'The smallest file; weights are rounded once, the arithmetic is float.':
    '文件最小；权重只舍入一次，计算用浮点数。',
  'Twice the size, hardly any difference.': '大小为两倍，几乎没有差别。',
  'As trained; four times the size.': '与训练时相同；大小为四倍。',
  'TensorFlow Lite as a C array': 'TensorFlow Lite（C 数组）',
  'The int8 .tflite as .h and .c, as TensorFlow Lite Micro examples include a model.':
    'int8 的 .tflite，以 .h 和 .c 形式提供，与 TensorFlow Lite Micro 示例嵌入模型的方式相同。',
  'What TensorFlow Lite Micro runs: integers throughout.': 'TensorFlow Lite Micro 所运行的格式：全为整数。',
  'C source': 'C 源代码',
  'Plain C99 for this model alone, with a main, a Makefile and figures for flash and RAM; no library needed.':
    '专为此模型生成的纯 C99 代码，附 main、Makefile 以及 flash 和 RAM 的用量；不需要任何库。',
  int8: 'int8',
  'Integer arithmetic throughout; no heap, no mathematics library, one static block of memory.':
    '全为整数运算；不用堆，不用数学库，只用一块静态内存。',
  'model.bin': 'model.bin',
  'For ganvas-infer, the small C program of a board bundle: it draws PNGs without a browser or a library.':
    '供 ganvas-infer 使用，即开发板包中的小型 C 程序：不需要浏览器或库就能画出 PNG。',
  'Integer arithmetic throughout, bit for bit the same on every machine.':
    '全为整数运算，在每台机器上逐位相同。',
  ONNX: 'ONNX',
  'One .onnx file for onnxruntime, OpenVINO, TensorRT and the converters of chip makers; any batch size.':
    '一个 .onnx 文件，用于 onnxruntime、OpenVINO、TensorRT 和芯片厂商的转换工具；批大小任意。',
  'As trained.': '与训练时相同。',
  'Half the size; widened when the model is loaded.': '大小减半；载入模型时再转为全精度。',
  'int8 (QDQ)': 'int8 (QDQ)',
  'int8 weights, with marks where activations are rounded, which runtimes turn into integer arithmetic.':
    'int8 权重，并标出激活舍入的位置，运行时据此转为整数运算。',
  'TensorFlow.js': 'TensorFlow.js',
  'model.json and its weights for tf.loadLayersModel: a generator for web pages.':
    'model.json 及其权重，用于 tf.loadLayersModel：供网页使用的生成器。',
  'Half the download, hardly any difference.': '下载量减半，几乎没有差别。',
  '16-bit weights': '16 位权重',
  'Half the download, finer steps than float16.': '下载量减半，步长比 float16 更细。',
  '8-bit weights': '8 位权重',
  'A quarter of the download; rounded once, at loading.': '下载量为四分之一；舍入一次，在载入时。',
  Keras: 'Keras',
  'Generator, discriminator and both combined, to go on training or to convert in Python.':
    '生成器、判别器以及两者的组合，可在 Python 中继续训练或转换。',
  '.h5 and .json': '.h5 和 .json',
  'The older format, which Keras 2 and 3 read, and the architecture alone as JSON.':
    '较旧的格式，Keras 2 和 3 都能读取，另附 JSON 形式的结构。',
  '.keras': '.keras',
  'The format of Keras 3.': 'Keras 3 的格式。',
  'Discriminator ends in': '判别器的输出',
  'Logits, as it was trained': 'Logit，与训练时相同',
  'A sigmoid: probabilities': 'Sigmoid：概率',
  'Logits are any number, above 0 for real, and what losses here are made of; a sigmoid makes 0 to 1 of them, as the application note has it. Of the combined model too.':
    'Logit 可以是任意数，大于 0 表示真实，这里的损失由它计算；Sigmoid 把它变成 0 到 1，与应用笔记一致。对组合模型也有效。',
  PyTorch: 'PyTorch',
  'A Python script with the same network, layer by layer, and its weights as .npz.':
    '一个 Python 脚本，含逐层相同的网络，权重存为 .npz。',
  'script and .npz': '脚本和 .npz',
  'Needs PyTorch and NumPy.': '需要 PyTorch 和 NumPy。',
};
