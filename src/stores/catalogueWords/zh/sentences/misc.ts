// Simplified Chinese sentences on what is being done, and of boards, formats and sources, by the English text.
export default {
  'Drawing images': '正在绘制图像',
  'Drawing points': '正在绘制点',
  'Reading the pictures': '正在读取图片',
  'Drawing the first images': '正在绘制第一批图像',
  'Reading the weights': '正在读取权重',
  'Writing {format}': '正在写出 {format}',
  'Loading the runtime that checks the file': '正在加载检查文件的运行时',
  'Running the file': '正在运行文件',
  Packing: '正在打包',
  'Packing the images': '正在打包图像',
  'Weighing the file': '正在计量文件',
  'Weighing the files': '正在计量文件',
  'Reading the page': '正在读取页面',
  'Asking the board': '正在询问开发板',
  'Sending {name}': '正在发送 {name}',
  'Telling the kiosk': '正在通知展示页',
  'Reading it back': '正在读回',
  'C source, int8': 'C 源码，int8',
  'any C99 compiler': '任何 C99 编译器',
  'LiteRT 1 and 2, LiteRT.js 2.5': 'LiteRT 1 和 2，LiteRT.js 2.5',
  'TensorFlow Lite {version} or later': 'TensorFlow Lite {version} 或更高版本',
  'TensorFlow Lite Micro of 2021 or later': '2021 年或更新的 TensorFlow Lite Micro',
  'ONNX Runtime 1.8 or later (opset 13)': 'ONNX Runtime 1.8 或更高版本（opset 13）',
  'OpenVINO, TensorRT and other readers of opset 13': 'OpenVINO、TensorRT 及其他支持 opset 13 的程序',
  'Arm NN 20.11 or later': 'Arm NN 20.11 或更高版本',
  'Keras 2 and 3 (TensorFlow 2)': 'Keras 2 和 3（TensorFlow 2）',
  'PyTorch 1.13 or later with NumPy': '带 NumPy 的 PyTorch 1.13 或更高版本',
  'ganvas-infer of a board bundle that was made with this version':
    '用此版本制作的开发板软件包中的 ganvas-infer',
  'the integer reference of Ganvas, which the files’ arithmetic follows':
    'Ganvas 的整数参考实现（文件的运算与之一致）',
  'the float reference of Ganvas, from the weights that the files hold':
    'Ganvas 的浮点参考实现（使用文件中的权重）',
  'Four Cortex-A53 at 1.8 GHz; eMMC and DDR4 of the evaluation kit.':
    '四个 1.8 GHz 的 Cortex-A53；评估套件的 eMMC 和 DDR4。',
  'Cortex-M7 at 600 MHz; QSPI flash of the evaluation kit, on-chip RAM.':
    '600 MHz 的 Cortex-M7；评估套件的 QSPI Flash，片上 RAM。',
  'A common microcontroller: 1 MB of flash, 256 kB of RAM.': '常见的微控制器：1 MB Flash，256 kB RAM。',
  'Four Cortex-A72; SD card, the 2 GB model.': '四个 Cortex-A72；SD 卡，2 GB 型号。',
  'Your files': '你的文件',
  Yours: '归你所有',
  'Drawn by you': '由你绘制',
  'Drawn by this program': '由本程序绘制',
  'Drawn by this program from stroke models': '由本程序根据笔画模型绘制',
  'Drawn on this device': '在本设备上绘制',
  'Made on this device of synthetic digits or MNIST': '在本设备上由合成数字或 MNIST 制成',
  'not known': '未知',
  'not known; ask whoever made the file': '未知；请询问文件的制作者',
  'fixed random features': '固定的随机特征',
  '“{task}” makes a run out of another in one sitting, and reads that other run at every step.':
    '“{task}”一次就把一次运行做成另一次，并在每一步读取原来的运行。',
  'Let it finish in the page; the run that comes of it goes on elsewhere, if its own task does.':
    '请让它在页面中完成；如果所得运行的任务可以在别处继续，它就能在别处继续。',
  '“{task}” paints a single picture: there is no batch that processes could share.':
    '“{task}”只画一张图片：没有可供各进程分担的批次。',
  'Let it finish in the page, and keep the picture.': '请让它在页面中完成，并保存图片。',
  'A generator that came from a file has no discriminator to train against.':
    '来自文件的生成器没有可以对抗训练的判别器。',
  'Export it as a model instead (Export, PyTorch).': '请改为将其导出为模型（导出，PyTorch）。',
} as const;
