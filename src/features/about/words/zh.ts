// Simplified Chinese texts of the About page.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: '关于',
  summary: '伪造者与警察在这个页面里互相学习。',
  gan: {
    title: '什么是 GAN',
    who: '生成对抗网络（GAN）由两个互相对抗的网络组成。[生成器](generator)是伪造者：它得到随机数（噪声），并据此画出图像。[判别器](discriminator)是警察：它看图像，有些是[真实](real)的，有些是伪造的，并说出哪些是真、哪些是假。',
    learns:
      '起初伪造者只会画噪声，警察也一无所知。每一步双方都学到一点。警察得知哪些图像是真的，于是分辨得更好。伪造者得知警察如何识破它，于是骗得更好。如果双方势均力敌，赝品最终会像真的一样，却没有一张是复制品。',
  },
  look: {
    title: '看什么',
    samples: '**样本。** 它们始终来自同样的噪声，因此你看到的是同一个伪造者在学习。',
    losses:
      '**损失。** 每个网络都想让自己的曲线更低。两者很少同时下降：颤动的平衡是好迹象；某条线趋近零则说明一方赢得太早。',
    accuracy: '**判别器有多常判断正确。** 总是正确说明赝品容易识别；一半正确说明它只能靠猜。',
  },
  glossary: '术语',
  browser: {
    title: '此浏览器提供什么',
    threads: {
      shared: '**线程。**它们在这里共享内存：训练最多可用 {cores} 个线程。',
      alone: '**线程。**一个：此浏览器不让线程共享内存。',
      framed: '**线程。**一个：外层页面没有隔离本页。单独打开时可能会有更多。',
      host: '**线程。**一个：服务器没有把本页与其他来源隔离。',
    },
    simd: {
      relaxed: '**向量。**带宽松 SIMD 的 WebAssembly：最快的计算内核。',
      plain: '**向量。**带普通 SIMD 的 WebAssembly，舍入方式不同：损失的末几位与宽松 SIMD 不同。',
      none: '**向量。**没有，因此处理器用纯 JavaScript 训练，要慢许多倍。较新的浏览器都有（WebKit 自 2.40，Safari 自 16.4）。',
    },
    graphics: {
      webgpu: '**显卡。**提供 WebGPU；背后是否有显卡，选用时才知道。',
      webgl: '**显卡。**有 WebGL，没有 WebGPU。',
      none: '**显卡。**既没有 WebGPU，也没有 WebGL：一切都在处理器上运行。',
    },
    storage: {
      files: '**运行**保存在本页自己的文件里。',
      database: '**运行**保存在本页的数据库里；本页没有自己的文件。',
      none: '**运行**不会保留：浏览器没有给本页存放的地方。',
    },
  },
  does: {
    title: '这个页面做什么',
    trains:
      '它在这里训练两个网络，用的是你的处理器或显卡。第一次运行的数字由页面自己绘制。它可以读取 MNIST、Fashion-MNIST 或你自己的图像，运行保存在此设备上，直到你删除。',
    stays:
      '任何内容都不会离开你的设备：没有图像、没有运行、也没有访问统计。只有当你选择需要下载的数据集并按“训练”时才会获取数据。',
    same: '相同的种子和设置会得到相同的运行。训练页上的[复制链接](/train)会把它们全部放进一个地址。',
    version: '版本 {version}，采用 MIT 许可。它使用了他人的成果：[他们的许可证](licences.txt)。',
  },
} satisfies SameWords<typeof english>;
