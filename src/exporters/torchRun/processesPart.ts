// Processes that train together and the images that they learn from, in the exported train.py.

export const DEVICE_PART = String.raw`def chosen_device(options, number=0):
    """The graphics card of this number where one is there and wanted, else the processor. Sets the precision of all that follows."""
    torch.set_default_dtype(torch.float64 if options.precision == 'float64' else torch.float32)
    if options.device == 'cpu' or (options.device == 'auto' and not torch.cuda.is_available()):
        return torch.device('cpu')
    if not torch.cuda.is_available():
        raise RunError('PyTorch finds no graphics card here (CUDA): leave --device out, or install a PyTorch that knows the card.')
    # Without this cuDNN rounds what convolutions multiply to 10 bits of their digits, where the card can.
    torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = options.precision == 'tf32'
    device = torch.device('cuda', number)
    torch.cuda.set_device(device)
    return device`;

export const PROCESSES_PART = String.raw`class MeanOfProcesses(torch.autograd.Function):
    """The mean of a tensor over all processes; can be differentiated, twice too."""

    @staticmethod
    def forward(_, x):
        y = x.detach().clone()
        dist.all_reduce(y)
        return y / dist.get_world_size()

    @staticmethod
    def backward(_, gradient):
        return MeanOfProcesses.apply(gradient)


def keys_of_this_start(store, rank, count):
    """The part of a store that only these processes use: torchrun of PyTorch 2 keeps one over its restarts, and with it addresses
    of processes that are gone. Each says a word of its own, until the first has heard all of them."""
    word = os.urandom(8).hex()
    if rank > 0:
        store.set(f'word/{rank}', word)
        heard = []
        while len(heard) <= rank or heard[rank] != word:
            time.sleep(0.01)
            heard = json.loads(store.get('heard'))
        store.add(f'ready/{heard[0]}', 1)
        return dist.PrefixStore(heard[0], store)
    while store.add(f'ready/{word}', 0) < count - 1:
        store.set('heard', json.dumps([word, *(store.get(f'word/{other}').decode() for other in range(1, count))]))
        time.sleep(0.01)
    return dist.PrefixStore(word, store)


class Processes:
    """All processes of this run, as torchrun starts them; one by itself needs nothing of torch.distributed."""

    def __init__(self, options):
        self.count, self.rank = int(os.environ.get('WORLD_SIZE', 1)), int(os.environ.get('RANK', 0))
        self.device = chosen_device(options, int(os.environ.get('LOCAL_RANK', 0)))
        if self.count > 1:
            store, *place = next(rendezvous('env://'))
            dist.init_process_group('nccl' if self.device.type == 'cuda' else 'gloo', store=keys_of_this_start(store, *place),
                                    rank=self.rank, world_size=self.count)

    def mean(self, x):
        return x if self.count == 1 else MeanOfProcesses.apply(x.contiguous())

    @torch.no_grad()
    def mean_(self, x):
        """In place."""
        if self.count > 1:
            dist.all_reduce(x)
            x.div_(self.count)
        return x

    @torch.no_grad()
    def gathered(self, x):
        """The rows of all processes, in their order."""
        if self.count == 1:
            return x
        parts = [torch.empty_like(x) for _ in range(self.count)]
        dist.all_gather(parts, x.contiguous())
        return torch.cat(parts)

    def from_first(self, value):
        """What the first process has, for all."""
        if self.count == 1:
            return value
        held = [value]
        dist.broadcast_object_list(held, src=0, **({'device': self.device} if self.device.type == 'cuda' else {}))
        return held[0]

    def close(self):
        if self.count > 1:
            dist.destroy_process_group()`;

export const DATA_PART = String.raw`# ---- Images: images.npy and labels.npy as the page had them, IDX files, or a folder of pictures.

def read_idx(path):
    """The array of an IDX file, packed by gzip or not."""
    with open(path, 'rb') as file:
        content = file.read()
    if content[:2] == b'\x1f\x8b':
        content = gzip.decompress(content)
    if len(content) < 4 or content[:3] != b'\x00\x00\x08':
        raise RunError(f'{path} is no IDX file of bytes: it begins with {content[:4].hex()}.')
    shape = struct.unpack(f'>{content[3]}I', content[4:4 + 4 * content[3]])
    values = np.frombuffer(content, np.uint8, offset=4 + 4 * content[3])
    if values.size != math.prod(shape):
        raise RunError(f'{path} has {values.size} values; its shape {shape} needs {math.prod(shape)}.')
    return values.reshape(shape)


def read_pictures(folder):
    """Pictures of a folder; its sub-folders are classes, in the order of their names."""
    try:
        from PIL import Image
    except ImportError:
        raise RunError('Reading pictures needs Pillow (pip install pillow); or export the run with its images.')
    height, width, channels = RUN['imageShape']
    classes = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir()) or ['']
    pixels, labels = [], []
    for number, name in enumerate(classes):
        for path in sorted(os.listdir(os.path.join(folder, name))):
            if not path.lower().endswith(('.png', '.jpg', '.jpeg', '.webp', '.bmp', '.gif')):
                continue
            with Image.open(os.path.join(folder, name, path)) as picture:
                picture = picture.convert('L' if channels == 1 else 'RGB')
                side = min(picture.width / width, picture.height / height)
                left, top = (picture.width - side * width) / 2, (picture.height - side * height) / 2
                box = (left, top, left + side * width, top + side * height)
                picture = picture.resize((width, height), Image.LANCZOS, box)
            pixels.append(np.asarray(picture, np.uint8).reshape(height, width, channels))
            labels.append(number)
    if not pixels:
        raise RunError(f'{folder} holds no pictures (.png, .jpg, .webp, .bmp, .gif).')
    return np.stack(pixels), np.array(labels, np.uint8)


class Data:
    """Images in [-1, 1] by their numbers, and their labels where there are any."""

    SIGNED_UNIT = (np.arange(256) / 127.5 - 1).astype(np.float32)

    def __init__(self, options):
        beside = os.path.normpath(os.path.join(FOLDER, RUN['imagesAt']))
        path, self.labels = options.data or os.path.join(beside, 'images.npy'), None
        if os.path.isdir(path):
            self.array, self.labels = read_pictures(path)
        elif not os.path.exists(path):
            apart = RUN['imagesAt'] != '.' and not options.data
            raise RunError(f'{path} is not there. Give images with --data (IDX, .npy or a folder of pictures)'
                           + (', or leave the folder of the sweep as it was unpacked.' if apart else '.'))
        else:
            self.array = np.load(path, mmap_mode='r') if path.endswith('.npy') else read_idx(path)
        labels = options.labels or (None if options.data else os.path.join(beside, 'labels.npy'))
        if labels and os.path.exists(labels):
            self.labels = np.load(labels) if labels.endswith('.npy') else read_idx(labels)
        shape = tuple(RUN['imageShape'])
        if self.array.ndim == 3 and shape[2] == 1:
            self.array = self.array[..., None]
        if self.array.shape[1:] != shape:
            raise RunError(f'The images of {path} are {self.array.shape[1:]}; this run draws {shape}.')
        if self.labels is None and RUN['needsLabels']:
            raise RunError('This run learns from labels: give them with --labels, or pictures in a folder for each class.')
        if self.labels is not None and len(self.labels) != len(self.array):
            raise RunError(f'There are {len(self.labels)} labels for {len(self.array)} images.')
        self.size = len(self.array)

    def images(self, indices):
        found = self.array[indices]
        return self.SIGNED_UNIT[found] if found.dtype == np.uint8 else found.astype(np.float32)`;
