// Chinese texts of what is wrong with HDF5 files, by the English text; `{name}` is a gap.
export default {
  'The HDF5 file keeps a weight in pieces in a way that this page does not read.':
    'HDF5 文件以本页面不读取的方式分块保存一个权重。',
  'Save the model again with Keras.': '请用 Keras 重新保存模型。',
  'there is no list of chunks at byte {at}': '第 {at} 字节处没有块列表',
  'the list of chunks at byte {at} runs in a circle': '第 {at} 字节处的块列表成环',
  'there is no array at byte {at}': '第 {at} 字节处没有数组',
  'The HDF5 file packs a weight with {count} filters, one after the other; {most} are the most.':
    'HDF5 文件用 {count} 个过滤器依次打包一个权重；最多 {most} 个。',
  'The HDF5 file packs a weight with gzip more than once.': 'HDF5 文件用 gzip 多次打包一个权重。',
  'its values have {count} bytes': '它的值各占 {count} 字节',
  'The HDF5 file compresses a weight with filter {filter}; gzip can be opened.':
    'HDF5 文件用过滤器 {filter} 压缩一个权重；可以打开的是 gzip。',
  'Save the model again with Keras, with gzip or without compression.':
    '请用 Keras 重新保存模型，使用 gzip 或不压缩。',
  'a piece of a weight has {count} bytes, expected {expected}':
    '权重的一块有 {count} 字节，应为 {expected} 字节',
  'A weight of the HDF5 file has {count} bytes; {most} are the most.':
    'HDF5 文件的一个权重有 {count} 字节；最多 {most} 字节。',
  'a weight of {bytes} bytes has {count} pieces of {size} bytes':
    '一个 {bytes} 字节的权重有 {count} 块，各 {size} 字节',
  'A weight of {bytes} bytes has {count} pieces that unpack to {size} bytes each.':
    '一个 {bytes} 字节的权重有 {count} 块，每块解压后为 {size} 字节。',
  'a piece of a weight lies at [{corner}]': '权重的一块位于 [{corner}]',
  'The HDF5 file has a group of very many members or attributes, which this page does not read.':
    'HDF5 文件有一个成员或属性极多的组，本页面不读取。',
  'Save the generator alone.': '请只保存生成器。',
  'there is no {what} at byte {at}': '第 {at} 字节处没有 {what}',
  'the heap at byte {at} has no object {object}': '第 {at} 字节处的堆没有对象 {object}',
  'the heap at byte {at} has no object at {place}': '第 {at} 字节处的堆在 {place} 处没有对象',
  'The HDF5 file has {what}, which this page does not read.': 'HDF5 文件有{what}，本页面不读取。',
  'a superblock of version {version}': '版本为 {version} 的超级块',
  'a shared data type': '共享的数据类型',
  'there is no object header at byte {at}': '第 {at} 字节处没有对象头',
  'there is no list of names at byte {at}': '第 {at} 字节处没有名称列表',
  'there are no names at byte {at}': '第 {at} 字节处没有名称',
  'there are no texts at byte {at}': '第 {at} 字节处没有文本',
  'the text {index} at byte {at} is missing': '缺少第 {at} 字节处的文本 {index}',
  'A weight of the HDF5 file is stored as something else than little-endian floats.':
    'HDF5 文件的一个权重不是以小端浮点数保存的。',
  'Save the model again with weights of float32.': '请以 float32 权重重新保存模型。',
  'its groups nest more than {most} deep': '它的组嵌套超过 {most} 层',
  'The weight {weight} of the HDF5 file is stored in a way that this page does not read.':
    'HDF5 文件的权重 {weight} 以本页面不读取的方式保存。',
  'the attribute {name} is no text': '属性 {name} 不是文本',
  'its structures run in a circle': '它的结构成环',
} as const;
