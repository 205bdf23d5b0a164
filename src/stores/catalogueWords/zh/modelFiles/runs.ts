// Chinese texts of what is wrong with saved runs, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, at most {most} is possible': '{what}：{value}，最多 {most}',
  'It has {count} {what}; {most} are the most.': '它有 {count} {what}；最多 {most}。',
  'numbers in its history': '个历史数值',
  'bytes in {file}': '字节（{file}）',
  '{what} would unpack to {bytes} bytes; of a file of {all} bytes {left} are left to take.':
    '{what} 解压后会有 {bytes} 字节；{all} 字节的文件还剩 {left} 字节可用。',
  'The run file is not read. {problem}': '不读取此运行文件。{problem}',
  'The run was made with settings that this page does not have. {problem}':
    '此运行使用了本页面没有的设置。{problem}',
  'the tensor {name} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}':
    '张量 {name} 的 {count} 个值中有 {broken} 个不是有限数，第一个（{first}）在位置 {place}',
  'The run diverged before it was saved; import a copy of an earlier step.':
    '运行在保存之前就发散了；请导入较早步骤的副本。',
  'The zip is no saved run: it holds {names} and no {file}.':
    'zip 不是已保存的运行：它含有 {names}，没有 {file}。',
  'The zip is no saved run: it holds {names} and more than one {file}.':
    'zip 不是已保存的运行：它含有 {names}，且有不止一个 {file}。',
  'more than one': '不止一个',
  'The zip\'s {file} has the format {found}, expected "{format}".':
    'zip 中的 {file} 的格式是 {found}，应为 "{format}"。',
  'its format version is {version}': '其格式版本是 {version}',
  '{file} has {bytes} bytes, not {expected}': '{file} 有 {bytes} 字节，而不是 {expected} 字节',
  '{file} belongs to another run or checkpoint': '{file} 属于另一个运行或存档点',
  'Choose a run file that this page exported (its name ends in .zip).':
    '请选择本页面导出的运行文件（名称以 .zip 结尾）。',
  'updates of {network}': '{network} 的更新次数',
  '{name} is {value}, expected finite numbers': '{name}：{value}，应为有限数',
  'its backend is {value}': '其后端是 {value}',
  'its name is {value}, expected a text': '其名称：{value}，应为文本',
  'its history has the columns {columns}': '其历史的列是 {columns}',
  'point {number} of its history stands at step {step}, {seconds} seconds':
    '其历史的第 {number} 点位于第 {step} 步，{seconds} 秒',
  'history.bin has {bytes} bytes, {count} points need {needed}':
    'history.bin 有 {bytes} 字节，而 {count} 个点需要 {needed} 字节',
  'the layer {layer} would make {count} values for one image': '层 {layer} 会为一张图像产生 {count} 个值',
  'the layer {layer} has no tensor {role} of {shape}': '层 {layer} 没有形状为 {shape} 的张量 {role}',
  '{what} is no JSON (it begins {start})': '{what} 不是 JSON（开头是 {start}）',
  '{what} is {value}, expected {kind}': '{what}：{value}，应为{kind}',
  'at most {count} characters': '最多 {count} 个字符',
  'a number from 0': '不小于 0 的数',
  'a whole number from 0': '不小于 0 的整数',
  'an object': '对象',
  'a text': '文本',
  'a list': '列表',
  'the step of measures[{number}]': 'measures[{number}] 的步数',
  'the step of {what}': '{what} 的步数',
  'its note is {value}, expected a text': '其备注：{value}，应为文本',
  'its star is {value}, expected true or false': '其星标：{value}，应为 true 或 false',
  'its thumbnail is cut off': '其缩略图被截断',
  'its gallery record is incomplete': '其图库记录不完整',
  'the tensor {name} [{shape}] does not fit at byte {at} of {bytes}':
    '张量 {name} [{shape}] 放不进 {bytes} 字节中的第 {at} 字节处',
  'tensors.bin has {bytes} bytes, its index describes {said}':
    'tensors.bin 有 {bytes} 字节，而其索引描述了 {said} 字节',
  'timeline.bin has {bytes} bytes, its index describes {said}':
    'timeline.bin 有 {bytes} 字节，而其索引描述了 {said} 字节',
  '{what} is empty: {count} images of {height} x {width} x {channels}':
    '{what} 是空的：{count} 张 {height} x {width} x {channels} 的图像',
  '{what} should end at byte {at} of {bytes} in timeline.bin':
    '{what} 应在 timeline.bin 的 {bytes} 字节中的第 {at} 字节结束',
  'its id is {id}': '其标识是 {id}',
  'The run file does not fit its own settings: {problem}.': '运行文件与其自身的设置不符：{problem}。',
  'It was changed, or saved by another version of the model; use another copy, or start a new run from its settings.':
    '它被改动过，或由模型的另一版本保存；请换用另一份副本，或用其设置开始新的运行。',
  '{name} of {size} is missing': '缺少 {name}（{size}）',
  '{name} is {found}, and {needed} is needed': '{name} 是 {found}，需要 {needed}',
  '{name} of {size} belongs to none of its networks': '{name}（{size}）不属于它的任何网络',
  '{name} has {found} numbers, and {count} are needed': '{name} 有 {found} 个数，需要 {count} 个',
  'the number of updates of {network} is missing': '缺少 {network} 的更新次数',
  'updates of {network} are counted, and no such network learns':
    '记录了 {network} 的更新次数，但没有这样的网络在学习',
  'one number': '一个数',
  'and {count} more': '以及另外 {count} 项',
} as const;
