// Chinese texts of what is wrong with zips, by the English text; `{name}` is a gap.
export default {
  'The zip is damaged: {problem}.': 'zip 已损坏：{problem}。',
  'Use another copy of the file, or pack it again.': '请换用该文件的另一份副本，或重新打包。',
  'Pack it again with the plain zip method (deflate), without a password.':
    '请用普通 zip 方法（deflate）重新打包，不加密码。',
  '{name} does not begin where its directory says (byte {at})':
    '{name} 不是从目录所说的位置（第 {at} 字节）开始的',
  '{name} is packed with a password': '{name} 是加密码打包的',
  '{name} is packed with {method}': '{name} 是用 {method} 打包的',
  'method {number}': '方法 {number}',
  '{name} claims {bytes} bytes in {packed} packed ones': '{name} 声称 {packed} 个压缩字节含有 {bytes} 字节',
  '{name} would unpack to {bytes} bytes; {most} are the most':
    '{name} 解压后会有 {bytes} 字节；最多 {most} 字节',
  'Make it smaller.': '请把它变小。',
  'the checksum of {name} does not fit': '{name} 的校验和不符',
  'The file is empty, no zip.': '文件是空的，不是 zip。',
  'The file is no zip: {size} bytes that begin with {bytes}; a zip begins with 50 4b 03 04 (PK).':
    '文件不是 zip：{size} 字节，开头是 {bytes}；zip 以 50 4b 03 04（PK）开头。',
  'Choose another file, or pack it as a zip again.': '请选择另一个文件，或重新打包为 zip。',
  'it ends too early, after {size} bytes, without its directory': '它在 {size} 字节后过早结束，没有目录',
  'its directory should hold {count} files in {bytes} bytes at byte {at}, the file has {size}':
    '它的目录应在第 {at} 字节处以 {bytes} 字节列出 {count} 个文件，而文件只有 {size} 字节',
  'the Zip64 end of its directory is not where it should be': '其目录的 Zip64 结尾不在应在的位置',
  '{name} lacks its Zip64 sizes': '{name} 缺少 Zip64 大小',
  'entry {number} of {count} in its directory': '目录 {count} 项中的第 {number} 项',
  '{entry} is broken': '{entry}已损坏',
  '{entry} is too long': '{entry}太长',
  '{what} unpacks to more than the expected {bytes} bytes': '{what} 解压后超过预期的 {bytes} 字节',
  '{what} cannot be unpacked ({why})': '{what} 无法解压（{why}）',
  '{what} unpacks to {found} bytes, expected {bytes}': '{what} 解压后有 {found} 字节，应为 {bytes} 字节',
  '{count} files were found before byte {at}, how many follow is unknown':
    '在第 {at} 字节之前找到 {count} 个文件，其后还有多少未知',
  'the size of {name} and of what follows stood in it': '{name} 及其后内容的大小原写在其中',
  'it ends within {name}': '它在 {name} 之中结束',
  'the first {count} files were found': '找到了前 {count} 个文件',
  '{name} should end at byte {at} of {size}': '{name} 应在 {size} 字节中的第 {at} 字节结束',
  'The zip lists {count} files; {most} are the most': 'zip 列出 {count} 个文件；最多 {most} 个',
  'Pack fewer.': '请少打包一些。',
  '{name} is packed with {kind} (method {number})': '{name} 是用 {kind} 打包的（方法 {number}）',
} as const;
