// Simplified Chinese sentences on the engine, its workers and what stops a run, by the English text.
export default {
  'WebAssembly relaxed SIMD on 1 thread': 'WebAssembly relaxed SIMD，1 个线程',
  'WebAssembly relaxed SIMD on {threads} threads': 'WebAssembly relaxed SIMD，{threads} 个线程',
  'WebAssembly {kind} on 1 thread': 'WebAssembly {kind}，1 个线程',
  'WebAssembly {kind} on {threads} threads': 'WebAssembly {kind}，{threads} 个线程',
  'WebGL on {device}': 'WebGL（{device}）',
  'WebGPU on {device}': 'WebGPU（{device}）',
  'Plain JavaScript on 1 thread': '纯 JavaScript，1 个线程',
  'You chose it.': '由你选择。',
  'The fastest kind of backend, and it passed its self-test.': '最快的一类引擎，并通过了自检。',
  'The fastest that works here and passed its self-test; {count} passed over.':
    '此处可用且通过自检的最快引擎；略过了 {count} 个。',
  'The fastest here of those that passed their self-test. One training step: {times}':
    '此处通过自检者中最快的一个。一个训练步：{times}',
  'This browser has no OffscreenCanvas, so WebGL cannot run in a worker.':
    '此浏览器没有 OffscreenCanvas，WebGL 无法在 worker 中运行。',
  'This browser offers no WebGL 2 context.': '此浏览器不提供 WebGL 2 上下文。',
  'WebGL is drawn by software here ({device}), slower than the CPU engine.':
    '此处 WebGL 由软件绘制（{device}），比 CPU 引擎慢。',
  'The WebGL context was lost ({device}).': 'WebGL 上下文丢失（{device}）。',
  'This WebGL device computes with 16 bits only, too coarse to train.':
    '此 WebGL 设备只用 16 位计算，精度不足以训练。',
  'This browser offers no WebGPU here.': '此浏览器在这里不提供 WebGPU。',
  'WebGPU found no graphics adapter.': 'WebGPU 未找到图形适配器。',
  'WebGPU is computed by software here ({device}), slower than the CPU engine.':
    '此处 WebGPU 由软件计算（{device}），比 CPU 引擎慢。',
  'The graphics device was lost ({reason}).': '图形设备丢失（{reason}）。',
  'The graphics device refused a computation ({reason}).': '图形设备拒绝了一次计算（{reason}）。',
  'Sums go through subgroups, {lanes} lanes at a time, and come out as without them to the bit.':
    '求和经由子组进行，每次 {lanes} 个通道，结果与不用子组时逐位相同。',
  'Sums go without subgroups, which this device offers and gets wrong. {reason}':
    '求和不用子组：此设备提供子组，但算得不对。{reason}',
  'The device refused them ({reason}).': '设备拒绝了它们（{reason}）。',
  'Self-test of {what} failed: value {place} is {value}, expected {expected}.':
    '{what} 的自检失败：第 {place} 个值为 {value}，应为 {expected}。',
  'Pictures are translated in 32-bit floats: this device offers 16-bit ones and gets them wrong. {reason}':
    '图片用 32 位浮点数转换：此设备提供 16 位浮点数，但算得不对。{reason}',
  'Your pictures are translated with factors of 16-bit floats, {times} times as fast here; training keeps 32 bits.':
    '你的图片用 16 位浮点数的因子转换，在这里速度是原来的 {times} 倍；训练仍用 32 位。',
  '16-bit floats stay unused: products of them are {times} times as fast as those of 32 bits here.':
    '未使用 16 位浮点数：在这里它们的乘积速度是 32 位的 {times} 倍。',
  'This browser has no WebAssembly.': '此浏览器没有 WebAssembly。',
  'The CPU engine did not start.': 'CPU 引擎没有启动。',
  'Choose another backend, or leave the choice to the page.': '请选择其他引擎，或让页面来选。',
  'The run goes on from its last save; choose another backend if it happens again.':
    '运行从上次保存处继续；如果再次发生，请换一个引擎。',
  'A helper thread of the CPU engine was lost while running {kernel}.':
    'CPU 引擎的一个辅助线程在运行 {kernel} 时丢失。',
  'Continue from the last checkpoint; choose one thread if it happens again.':
    '请从上一个检查点继续；如果再次发生，请选择单线程。',
  'The CPU engine stopped in {kernel}: {cause}.': 'CPU 引擎停在 {kernel}：{cause}。',
  'Continue from the last checkpoint on another backend, and report this message.':
    '请换一个引擎从上一个检查点继续，并报告此消息。',
  'The CPU engine cannot get {asked} more bytes; {used} bytes are in use.':
    'CPU 引擎无法再获得 {asked} 字节；已使用 {used} 字节。',
  'Use a smaller batch, smaller images or a narrower network.': '请用更小的批次、更小的图像或更窄的网络。',
  'Reload the page; if it stays, the installed build is incomplete.':
    '请重新加载页面；如果仍然如此，说明安装的版本不完整。',
  'The training worker said nothing for {seconds} s.': '训练 worker 在 {seconds} 秒内没有任何消息。',
  'A helper thread did not start within {seconds} s.': '一个辅助线程在 {seconds} 秒内没有启动。',
  'The training worker crashed.': '训练 worker 崩溃了。',
  'The training worker crashed{detail}.': '训练 worker 崩溃了{detail}。',
  'The page starts it again and goes on from the last save.': '页面会重新启动它，并从上次保存处继续。',
  'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.':
    '请更新浏览器，或用最新的 Chrome、Edge、Firefox 或 Safari 打开页面。',
  'The training worker does not run.': '训练 worker 没有运行。',
  'Start it again, or reload the page.': '请重新启动它，或重新加载页面。',
  'The run was stopped in the middle of a step.': '运行在一步的中途被停止。',
  'It stands at its last save; press Train to go on from there.':
    '它停在上次保存处；按“训练”即可从那里继续。',
  'The engine was started again': '计算引擎已重新启动',
  'The engine was started again.': '计算引擎已重新启动。',
  'The run stands at its last save, step {step}.': '运行停在上次保存处，第 {step} 步。',
  'Press Train to go on.': '按“训练”即可继续。',
  'Starting the engine again': '正在重新启动计算引擎',
  'Starting the engine': '正在启动计算引擎',
  'Starting a worker': '正在启动 worker',
  'Preparing the run': '正在准备运行',
  'Opening the saved run': '正在打开已保存的运行',
  'Opening the data set': '正在打开数据集',
  'Building the networks': '正在构建网络',
  'The page is isolated from other origins, so threads can share memory.':
    '页面与其他来源隔离，线程可以共享内存。',
  'The page is isolated from other origins, but this browser lets no threads share memory: there is one thread only.':
    '页面与其他来源隔离，但此浏览器不允许线程共享内存：只有一个线程。',
  'The server did not isolate the page from other origins (COOP and COEP headers), so there is one thread only.':
    '服务器没有把页面与其他来源隔离（COOP 和 COEP 标头），因此只有一个线程。',
  'Something went wrong and gave no reason.': '出了问题，但没有给出原因。',
  'Reload the page; saved runs are kept. If it happens again, report it with this message.':
    '请重新加载页面；已保存的运行会保留。如果再次发生，请连同此消息一起报告。',
  'The browser gave no memory for it ({detail}).': '浏览器没有为此提供内存（{detail}）。',
  'Close other tabs, choose smaller settings or a smaller file, and try again; saved runs are kept.':
    '请关闭其他标签页，选择更小的设置或文件后重试；已保存的运行会保留。',
  'The page was renewed on its server, or the connection is gone. Reload the page; saved runs are kept.':
    '页面已在服务器上更新，或连接已断开。请重新加载页面；已保存的运行会保留。',
  '{what} was cancelled.': '已取消：{what}。',
  'Start it again when you are ready.': '准备好后再重新开始。',
  'No backend is open yet.': '还没有打开计算引擎。',
  'Wait until the status bar names one.': '请等状态栏显示出引擎。',
  'No run is open.': '没有打开的运行。',
  'Press Train, or open a saved run.': '请按“训练”，或打开已保存的运行。',
} as const;
