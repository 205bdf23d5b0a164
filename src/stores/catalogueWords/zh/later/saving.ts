// Chinese texts of where runs are kept, and what the page and its worker say of each other, by the English text; `{name}` is a gap.
export default {
  'The run cannot be saved: {name} is {value}.': '无法保存运行：{name} 是 {value}。',
  'Report this; the last checkpoint is kept.': '请报告此问题；最近的检查点会保留。',
  'file storage': '文件存储',
  database: '数据库',
  'it gave nothing back': '没有读回任何内容',
  'it gave {found} back': '读回的是 {found}',
  "A part of the browser's storage cannot be used now; runs that were saved there are not shown.":
    '浏览器的一部分存储现在无法使用；保存在那里的运行不会显示。',
  "A part of the browser's storage cannot be used now{why}; runs that were saved there are not shown.":
    '浏览器的一部分存储现在无法使用{why}；保存在那里的运行不会显示。',
  'Runs of an earlier visit could not be moved and are not shown ({reason}); they are kept.':
    '之前访问的运行无法移动，因此不显示（{reason}）；它们仍会保留。',
  'No room after {count} bytes': '写入 {count} 字节后没有空间',
  'The name {name} has {count} characters.': '名称 {name} 有 {count} 个字符。',
  'Give the run a name of 1 to {most} characters.': '请给运行起一个 1 到 {most} 个字符的名称。',
  'Run without a name': '未命名的运行',
  'The tensor {name} [{shape}] with {count} values cannot be saved.':
    '无法保存有 {count} 个值的张量 {name} [{shape}]。',
  'Report this: each tensor needs its own name and as many values as its shape holds.':
    '请报告此问题：每个张量都需要自己的名称，值的个数要与形状相符。',
  'The samples of step {step} have {found} bytes, expected {expected}.':
    '第 {step} 步的样本有 {found} 字节，应为 {expected}。',
  'Report this: pixels must fill count * height * width * channels.':
    '请报告此问题：像素必须填满 count * height * width * channels。',
  'a web page came instead of the file': '收到的是网页而不是文件',
  'an empty answer came': '收到空的回答',
  'more than the expected {count} bytes came': '收到的多于预期的 {count} 字节',
  'only {count} bytes came': '只收到 {count} 字节',
  'nothing came for {count} seconds': '{count} 秒内没有收到任何内容',
  'No id of a run.': '不是运行的标识。',
  'the CPU engine with relaxed SIMD': '使用宽松 SIMD 的 CPU 引擎',
  'the CPU engine with plain SIMD': '使用普通 SIMD 的 CPU 引擎',
  'It was trained on {before} and repeats here on {now}, which round differently: its losses will differ, in the last digits at first.':
    '它用 {before} 训练，在这里用 {now} 重复，两者舍入方式不同：损失会有差别，起初在最后几位。',
  'the browser ended what keeps the page. What came is kept; press the button again to go on.':
    '浏览器结束了负责保存页面的程序。已保存的会保留；请再按一次按钮继续。',
  'Not all of the page could be fetched.': '无法获取整个页面。',
  '{fastest}: {times}x {second} here': '{fastest}：在这里是 {second} 的 {times} 倍',
  '{fastest}: as fast as {second} here': '{fastest}：在这里与 {second} 一样快',
  'This run was trained on {before} and goes on with {now}, so its losses differ in the last digits from those of a run that stayed.':
    '此运行用 {before} 训练，现用 {now} 继续，因此损失的最后几位与没有更换的运行不同。',
  'To go on to the bit, choose {before} as backend, under Engine in the settings.':
    '要逐位一致地继续，请在设置的“引擎”下选择 {before} 作后端。',
  'It takes effect at the next step.': '从下一步起生效。',
  'Another engine': '不同的引擎',
  'The page that embeds this one does not isolate it from other origins (headers of its own, and allow="cross-origin-isolated" on the frame), so there is one thread only. Opened on its own it may have more.':
    '嵌入本页面的页面没有把它与其他来源隔离（需要自己的标头，以及框架上的 allow="cross-origin-isolated"），因此只有一个线程。单独打开时可能有更多。',
  'A message of the worker was unreadable.': 'worker 的一条消息无法读取。',
  'This browser is too old to train: it cannot read the script that does{detail}.':
    '此浏览器太旧，无法训练：它读不了负责训练的脚本{detail}。',
  'A request that did not end': '未结束的请求',
  'The page closed the worker.': '页面关闭了 worker。',
  'The training worker waited for a thread of its own for {seconds} s.':
    '训练 worker 等待自己的一个线程 {seconds} 秒。',
  'The training worker did not bring its engine for {seconds} s.':
    '训练 worker 在 {seconds} 秒内没有准备好引擎。',
  'The page starts it again. If that happens again and again, the network is slow or cut, or this device has too little memory: close other tabs, then reload the page.':
    '页面会重新启动它。如果反复发生，可能是网络慢或中断，或本设备内存太少：请关闭其他标签页，再重新加载页面。',
} as const;
