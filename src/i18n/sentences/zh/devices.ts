// Chinese texts of what the kiosk, its board and cameras say, by the English text; `{name}` is a gap.
export default {
  'Export the model for a board again and send it again.': '请为开发板重新导出模型并再次发送。',
  "The manifest's {field} must be a whole number from {least} to {most}, not {value}.":
    '清单中的 {field} 必须是 {least} 到 {most} 的整数，而不是 {value}。',
  "The manifest's {field} must match {pattern}, not {value}.":
    '清单中的 {field} 必须符合 {pattern}，而不是 {value}。',
  "The manifest's {field} must be [height, width, 1 or 3] with sides up to {most}, not {value}.":
    '清单中的 {field} 必须是 [高, 宽, 1 或 3]，边长不超过 {most}，而不是 {value}。',
  "The manifest's kind must be {kinds}, not {value}.": '清单中的 kind 必须是 {kinds}，而不是 {value}。',
  "The manifest's preparation must be an object, not {value}.":
    '清单中的 preparation 必须是对象，而不是 {value}。',
  "The manifest's preparation must be {kinds}, not {value}.":
    '清单中的 preparation 必须是 {kinds}，而不是 {value}。',
  "The manifest's latent must be the {count} numbers of its picture, not {value}.":
    '清单中的 latent 必须是其图片的 {count} 个数，而不是 {value}。',
  "The manifest's picture must have three channels, of which the lightness is taken, not {value}.":
    '清单中的 picture 必须有三个通道（取其亮度），而不是 {value}。',
  "The manifest's range must be two numbers, black and white, not {value}.":
    '清单中的 range 必须是黑与白两个数，而不是 {value}。',
  "The manifest's classNames must be {count} short texts, not {value}.":
    '清单中的 classNames 必须是 {count} 段短文本，而不是 {value}。',
  'The manifest must be an object, not {value}.': '清单必须是对象，而不是 {value}。',
  "The manifest's version must be 1, not {value}.": '清单中的 version 必须是 1，而不是 {value}。',
  "The manifest's format must be {formats}, not {value}.":
    '清单中的 format 必须是 {formats}，而不是 {value}。',
  '{file} has {bytes} bytes of {expected}.': '{file} 有 {bytes} 字节，应为 {expected} 字节。',
  '{file} is not the file that was sent: its checksum differs.': '{file} 不是发送的那个文件：校验和不同。',
  '{file} makes [{output}] of [{input}]; its manifest says [{saidOutput}] of [{saidInput}].':
    '{file} 把 [{input}] 变成 [{output}]；其清单写的是把 [{saidInput}] 变成 [{saidOutput}]。',
  '{file} names nothing.': '{file} 什么也认不出来。',
  '{file} draws what is no image.': '{file} 画出的不是图像。',
  'No model is loaded.': '没有载入模型。',
  'Reload the page.': '请重新加载页面。',
  'Send the model again: the file first, kiosk.json last.': '请重新发送模型：先发文件，最后发 kiosk.json。',
  'The board answers {status}.': '开发板返回 {status}。',
  '{file} is missing on the board ({status}).': '开发板上缺少 {file}（{status}）。',
  'kiosk.json is no JSON.': 'kiosk.json 不是 JSON。',
  'The generator stopped: {why}.': '生成器停止了：{why}。',
  'It is started again by itself.': '它会自行重新启动。',
  'no answer to {request} in {seconds} s': '{seconds} 秒内对 {request} 没有回应',
  'it waited for a thread of its own for {seconds} s': '它等待自己的线程等了 {seconds} 秒',
  'it was ended': '它被结束了',
  'its script failed': '其脚本出错',
  'The built-in model is missing.': '缺少内置模型。',
  'Install the page again.': '请重新安装页面。',
  'Ganvas, all threads': 'Ganvas，全部线程',
  'Ganvas, one thread': 'Ganvas，单线程',
  'Ganvas, one thread, plain SIMD': 'Ganvas，单线程，普通 SIMD',
  'JavaScript loops': 'JavaScript 循环',
  'This browser has no WebAssembly SIMD.': '此浏览器没有 WebAssembly SIMD。',
  'This browser has no relaxed SIMD.': '此浏览器没有 relaxed SIMD。',
  'Use a newer browser.': '请使用更新的浏览器。',
  'This page may use one thread.': '此页面只能使用一个线程。',
  'Serve it with the isolation headers.': '请带隔离标头提供此页面。',
  'one thread: the page is not isolated': '单线程：页面未隔离',
  'no WebAssembly SIMD': '没有 WebAssembly SIMD',
  'The camera was refused: the browser or the system does not let this page use it.':
    '摄像头被拒绝：浏览器或系统不允许此页面使用它。',
  'Allow it by the sign in the address bar, or in the settings of the system, and start the camera again.':
    '请通过地址栏的图标或系统设置允许使用，然后重新启动摄像头。',
  'This device has no camera.': '此设备没有摄像头。',
  'Connect one, or give pictures as files.': '请连接一个，或以文件形式提供图片。',
  'The camera cannot be read: another program or tab has it.':
    '无法读取摄像头：另一个程序或标签页正在使用它。',
  'Close what uses it and start the camera again.': '请关闭正在使用它的程序，然后重新启动摄像头。',
  'The camera that was chosen is gone.': '所选的摄像头已不在。',
  'Choose another one.': '请选择另一个。',
  'Browsers give cameras to pages over HTTPS or of this device only; {host} is open over plain HTTP.':
    '浏览器只把摄像头交给通过 HTTPS 打开的页面或本机页面；{host} 是通过普通 HTTP 打开的。',
  'Open it over HTTPS, or give pictures as files.': '请通过 HTTPS 打开，或以文件形式提供图片。',
  'The server, or the page that shows this one in a frame, keeps cameras off (Permissions-Policy).':
    '服务器或以框架显示此页面的页面禁止使用摄像头（Permissions-Policy）。',
  'Open the page by itself, or have its owner allow camera=(self).':
    '请单独打开此页面，或请其所有者允许 camera=(self)。',
  'The camera does not start ({why}).': '摄像头无法启动（{why}）。',
  'Start it again, or give pictures as files.': '请重新启动，或以文件形式提供图片。',
  'Back camera': '后置摄像头',
  'Front camera': '前置摄像头',
  'Camera {number}': '摄像头 {number}',
  '{name} cannot be shown as a picture.': '{name} 无法作为图片显示。',
  'This browser knows no cameras.': '此浏览器不支持摄像头。',
  'Give pictures as files.': '请以文件形式提供图片。',
  'The camera was taken away.': '摄像头已被移除。',
  'Connect it or allow it, and start it again.': '请连接或允许使用它，然后重新启动。',
};
