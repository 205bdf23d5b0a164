// Chinese texts of what is wrong with networks that a file describes, by the English text; `{name}` is a gap.
export default {
  '{name} gets {shape}.': '{name} 得到 {shape}。',
  'It adds two or more values of one shape.': '它把两个或更多形状相同的值相加。',
  'It joins two or more values that differ in their last side alone.': '它连接两个或更多仅最后一边不同的值。',
  'It takes an image and one class index.': '它接收一张图像和一个类别编号。',
  '{name} cuts {borders} off {height} x {width} pixels.':
    '{name} 从 {height} x {width} 像素中裁去 {borders}。',
  'top {top}, bottom {bottom}, left {left}, right {right}': '上 {top}，下 {bottom}，左 {left}，右 {right}',
  'Leave at least one row and one column.': '请至少留下一行一列。',
  '{what} has the option {option}, which its kind does not know.': '{what} 有选项 {option}，其类型不认识它。',
  'It may have: {options}.': '可以有：{options}。',
  '{name} has {count} inputs; it takes one.': '{name} 有 {count} 个输入；它只接收一个。',
  'Join them by a layer before it.': '请在它之前用一个层把它们连接起来。',
  'Put a flatten layer before it.': '请在它之前放一个 flatten 层。',
  'It takes one class index.': '它接收一个类别编号。',
  '{what} is of the kind {kind}.': '{what} 的类型是 {kind}。',
  'Known kinds are {kinds}.': '已知的类型有 {kinds}。',
  'It must be {expected}.': '必须是{expected}。',
  'a list of one to eight sizes': '含一到八个尺寸的列表',
  '{name} mirrors {borders} of {height} x {width} pixels.':
    '{name} 对 {height} x {width} 像素镜像 {borders}。',
  'A border must be narrower than the side that it mirrors.': '边缘必须窄于它所镜像的边。',
  '{name} cannot turn [{from}] into [{to}].': '{name} 不能把 [{from}] 变成 [{to}]。',
  'Both shapes must hold the same number of values.': '两个形状必须含有同样多的值。',
  '{name} would make {height} x {width} pixels of {tall} x {wide}.':
    '{name} 会把 {tall} x {wide} 变成 {height} x {width} 像素。',
  'Choose factors that give whole sides.': '请选择得到整数边长的倍数。',
  '{name} needs an image [height, width, channels] but gets [{shape}].':
    '{name} 需要图像 [高, 宽, 通道]，得到的却是 [{shape}]。',
  'Put a reshape layer before it.': '请在它之前放一个 reshape 层。',
  '{what} has {count} sizes.': '{what} 有 {count} 个尺寸。',
  'Give one number, or height and width.': '请给出一个数，或高和宽。',
  'The network has {count} {what}.': '网络有 {count} 个 {what}。',
  '{most} are the most; use a smaller model.': '最多 {most} 个；请用更小的模型。',
  'a name of letters, digits and _': '由字母、数字和 _ 组成的名称',
  'the network': '网络',
  '{layer} of {network} takes {value}, which is no input and no node before it.':
    '{network} 的 {layer} 接收 {value}，它既不是输入，也不是之前的节点。',
  'Put the nodes in the order in which they run, and name inputs as the network does.':
    '请按运行顺序排列节点，并使输入名称与网络一致。',
  '{network} has two values named {name}.': '{network} 有两个名为 {name} 的值。',
  'Give each a name of its own.': '请给每个取不同的名称。',
  'The output': '输出',
  '{name} has {count} inputs ({names}); one is needed here.':
    '{name} 有 {count} 个输入（{names}）；这里需要一个。',
  'Choose a network with one input.': '请选择有一个输入的网络。',
  'The layers of {network} do not stand one after the other.': '{network} 的层不是依次排列的。',
  'Choose a model without branches here.': '请在这里选择没有分支的模型。',
  '{network} has no layer {layer}.': '{network} 没有层 {layer}。',
  '{network} has {count} inputs.': '{network} 有 {count} 个输入。',
  'The configuration has no setting named {names}.': '配置中没有名为 {names} 的设置。',
  'Remove it; the settings are {names}.': '请删除它；可用的设置有 {names}。',
} as const;
