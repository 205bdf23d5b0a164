// Chinese texts of what of a lesson link could not be applied, by the English text; `{name}` is a gap.
export default {
  'The link locks this page, but its word lock is missing; settings that it does not allow are fixed.':
    '链接锁定了本页，但缺少单词 lock；它未允许的设置均被固定。',
  'The lock (lock) is {value}; it must be one of {rights}. It was taken as {taken}.':
    '锁定（lock）是 {value}；必须是以下之一：{rights}。已按 {taken} 处理。',
  'The word allow stands there more than once; what all of them allow was taken.':
    '单词 allow 出现了不止一次；采用了它们都允许的部分。',
  '{word} names {count} settings; the first {most} were taken.':
    '{word} 列出了 {count} 项设置；采用了前 {most} 项。',
  'There is no setting named {name} to {right}.': '没有名为 {name} 的设置（{right}）。',
  'There is no setting named {name} to {right}; did you mean {nearest}? That stays as it is.':
    '没有名为 {name} 的设置（{right}）；你是指 {nearest} 吗？它保持不变。',
  'There is no setting named {name} to {right}; {taken} was taken.':
    '没有名为 {name} 的设置（{right}）；采用了 {taken}。',
  'There is no part of the page named {name}; {what}.': '页面上没有名为 {name} 的部分；{what}。',
  '{panel} was taken': '采用了 {panel}',
  'the parts are {panels}': '现有部分：{panels}',
  'The panels (panels) are empty; no part beside the picture is shown.':
    '页面部分（panels）为空；除图片外不显示任何部分。',
  'The budget (budget) is {value}; it must be {allowed}. No run pauses by itself.':
    '预算（budget）是 {value}；必须是 {allowed}。没有运行会自动暂停。',
  '1steps to {steps}steps, or 1min to {minutes}min': '1steps 到 {steps}steps，或 1min 到 {minutes}min',
  'The budget (budget) stands there more than once; the first was taken.':
    '预算（budget）出现了不止一次；采用了第一个。',
  'The note (note) has {count} characters; the first {most} are shown.':
    '备注（note）有 {count} 个字符；只显示前 {most} 个。',
  '{given} was taken as the word {word}.': '{given} 被当作单词 {word}。',
  'A link to a lesson has no setting named {name}; did you mean {nearest}?':
    '课程链接没有名为 {name} 的设置；你是指 {nearest} 吗？',
  'A link to a lesson has no setting named {name}.': '课程链接没有名为 {name} 的设置。',
  'There is no lesson named {name}.': '没有名为 {name} 的课程。',
  'The budget (budget) is {value}; it was taken as {steps}steps.':
    '预算（budget）是 {value}；已按 {steps}steps 处理。',
  'A link to a comparison has no setting named {name}; did you mean {nearest}?':
    '比较链接没有名为 {name} 的设置；你是指 {nearest} 吗？',
  'A link to a comparison has no setting named {name}.': '比较链接没有名为 {name} 的设置。',
  'The page speaks no language named {name}; it speaks {languages}.':
    '本页没有名为 {name} 的语言；现有语言：{languages}。',
  'The pair {pair} is not trained on {name}; it can be trained on {datasets}.':
    '配方对照组 {pair} 不在 {name} 上训练；可用于训练的有 {datasets}。',
  '{setting} cannot be read; draw it anew.': '{setting}无法读取；请重新绘制。',
  '{setting} is empty; draw something.': '{setting}是空的；请画点什么。',
} as const;
