// Beginning and end of the exported train.py: what it is asked for, and the loop around the steps.

/** @param sharing whether several processes can share a step */
export const importsPart = (sharing: boolean): string => String.raw`import argparse
import gzip
import json
import math
import os
import signal
import struct
import sys
import time
import zipfile
import zlib

try:
    import numpy as np
    import torch
${sharing ? '    import torch.distributed as dist\n' : ''}    import torch.nn.functional as F
${sharing ? '    from torch.distributed.rendezvous import rendezvous\n' : ''}except ImportError as missing:
    print(f'{missing}. This needs PyTorch and NumPy, which {sys.executable} has not: install them (python3 -m pip install torch numpy),'
          ' or start it by a Python that has them.', file=sys.stderr)
    sys.exit(2)

FOLDER = os.path.dirname(os.path.abspath(__file__))
try:
    with open(os.path.join(FOLDER, 'run.json'), encoding='utf-8') as description:
        RUN = json.load(description)
except (OSError, ValueError) as problem:
    sys.exit(f'run.json beside train.py cannot be read ({problem}): unpack the whole folder, and keep its files together.')
CONFIG = dict(RUN['config'])
# The setting that says how many steps the run takes.
STEPS = RUN['stepsAt']


class RunError(Exception):
    """Something that the person can put right; the message says what."""`;

const BATCH_OPTION = String.raw`
    parser.add_argument('--batch', type=int, help='images of a step, of all processes together (default: that of the run)')`;

const STATISTICS_OPTION = String.raw`
    parser.add_argument('--batch-norm', choices=('all', 'own'), default='all',
                        help='statistics of the images of all processes, or of each process by itself (faster)')`;

const BATCH_SETTING = String.raw`
    for setting, value in ((STEPS, options.steps), ('batch', options.batch)):
        if value is not None:
            CONFIG[setting] = value
    whole = together.count * packing()
    # The page trains with at least 2 images.
    if CONFIG['batch'] < (1 if options.batch is None else 2) or CONFIG['batch'] % whole != 0:
        raise RunError(f"A batch of {CONFIG['batch']} cannot be shared by {together.count} processes"
                       f" (packing {packing()}): give --batch as a multiple of {whole}, at least 2.")`;

const NO_BATCH_SETTING = String.raw`
    if options.steps is not None:
        CONFIG[STEPS] = options.steps`;

const IMAGES_A_SECOND = String.raw`, {taken * CONFIG['batch'] / passed:.0f} images/s`;

const ALONE = String.raw`
    if not Processes.is_needed():
        return`;

/** @param sharing whether several processes can share a step */
export const mainPart = (sharing: boolean): string => String.raw`class Log:
    """Progress as the page writes it, and for TensorBoard where that is installed; of the first process."""

    EVERY_SECONDS = 1

    def __init__(self, out):
        self.said, self.steps, self.since = 0.0, 0, time.perf_counter()
        try:
            from torch.utils.tensorboard import SummaryWriter
            self.board = SummaryWriter(os.path.join(out, 'tensorboard'))
        except ImportError:
            self.board = None

    def note(self, step, numbers, last):
        self.steps += 1
        if self.board:
            for name, value in numbers.items():
                self.board.add_scalar(name, value, step)
        now = time.perf_counter()
        if now - self.said < self.EVERY_SECONDS and not last:
            return
        print(progress(step, numbers), flush=True)
        self.said = now

    def samples(self, step, images):
        if not self.board or images.shape[3] not in (1, 3):
            return
        try:
            self.board.add_images('samples', images, step, dataformats='NHWC')
        except ImportError:
            pass  # TensorBoard packs pictures by Pillow; numbers go without

    def measure(self, point):
        for name, value in point['values'].items() if self.board else ():
            self.board.add_scalar(f'measures/{name}', value, point['step'])

    def close(self):
        if self.board:
            self.board.close()


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--steps', type=int, help='go on until this step (default: that of the run)')${sharing ? BATCH_OPTION : ''}
    parser.add_argument('--out', default=os.path.join(FOLDER, 'out'), help='folder for run.zip; goes on from one that is there')
    parser.add_argument('--data', help='an IDX file, an .npy of bytes, or a folder of pictures')
    parser.add_argument('--labels', help='an IDX file or an .npy beside --data')
    parser.add_argument('--save-every', type=int, default=200, metavar='N', help='steps from one checkpoint to the next')
    parser.add_argument('--keep-all', action='store_true', help='keep every checkpoint, as run-STEP.zip')${sharing ? STATISTICS_OPTION : ''}
    parser.add_argument('--precision', choices=('float64', 'float32', 'tf32', 'bfloat16'), default='float32',
                        help='of the networks; weights stay float32 in files, and but for float64 in between')
    parser.add_argument('--device', choices=('auto', 'cpu', 'cuda'), default='auto')
    parser.add_argument('--threads', type=int, metavar='N', help="of each process on processors (default: PyTorch's own choice)")
    return checked_options(parser.parse_args())


def checked_options(options):
    for name, most in (('steps', 1_000_000), ('save_every', None), ('threads', 1024)):
        value = getattr(options, name)
        if value is not None and (value < 1 or most and value > most):
            limit = f'a number from 1 to {most}' if most else 'at least 1'
            raise RunError(f"--{name.replace('_', '-')} is {value}; give {limit}.")
    return options


def settle_settings(state, options${sharing ? ', together' : ''}):
    """The settings that this call goes by: those of the checkpoint, with what the command line says."""
    CONFIG.update(state.facts['config'])${sharing ? BATCH_SETTING : NO_BATCH_SETTING}


def run(options):${sharing ? '' : ALONE}
    if options.threads is not None:
        torch.set_num_threads(options.threads)
    together = Processes(options)
    first = together.rank == 0
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, 'run.zip')
    state = None
    if first:
        state = read_run_file(path) if os.path.exists(path) else exported_state()
    state = together.from_first(state)
    facts = state.facts
    if options.steps is not None and options.steps < facts['step']:
        if first:
            print(f"The run stands at step {facts['step']}, and --steps {options.steps} lies before it: nothing is left to train.")
        together.close()
        return
    settle_settings(state, options${sharing ? ', together' : ''})
    game = Game(state.tensors, facts, Data(options) if RUN['needsImages'] else None, together, options)
    log = Log(options.out) if first else None
    every = CONFIG['measureEvery'] if RUN.get('evaluator') else 0
    measures = Measures(together) if every and first else None
    stop = []
    for name in ('SIGTERM', 'SIGINT'):
        signal.signal(getattr(signal, name), lambda *_: stop.append(True))

    def save():
        game.settle()
        if not first:
            return
        state.tensors, facts['updates'], numbers = game.state()
        if numbers:
            facts['numbers'] = numbers
        # The page trains with at most 512 images a step.
        facts['config'] = dict(CONFIG, batch=min(CONFIG['batch'], 512))
        thin(state)
        write_run_file(path, state)
        if options.keep_all:
            write_run_file(os.path.join(options.out, f"run-{facts['step']}.zip"), state)

    def sample():
        game.settle()
        if first and (not state.frames or state.frames[-1][0] != facts['step']):
            images = game.samples()
            if images is not None:
                state.frames.append((facts['step'], images))
                log.samples(facts['step'], images)

    begun, began_at = time.perf_counter(), facts['step']
    if facts['step'] == 0:
        sample()
    saved = None
    while facts['step'] < CONFIG[STEPS]:
        started = time.perf_counter()
        numbers = game.step(facts['step'] + 1)
        facts['step'] += 1
        step = facts['step']
        last, stopping = step == CONFIG[STEPS], False
        # What makes a run out of another says what its first step and its last did.
        logged = step % CONFIG['logEvery'] == 0 or STEPS != 'steps' and (step == 1 or last)
        if logged or last or step % options.save_every == 0:
            found, stopping = numbers(bool(stop))
            last = last or stopping
            if logged:
                for name, value in {'step': step, 'seconds': facts['seconds'] + time.perf_counter() - started, **found}.items():
                    state.history.setdefault(name, []).append(value)
            if first:
                log.note(step, found, last)
        facts['seconds'] += time.perf_counter() - started
        if step % CONFIG['sampleEvery'] == 0 or last:
            sample()
        if every and step % every == 0:
            game.settle()
            if first:
                point = measures.point(game, step, facts['seconds'])
                log.measure(point)
                facts['measures'] = [*(one for one in facts['measures'] if one['step'] != step), point]
        if step % options.save_every == 0 or last:
            save()
            saved = step
        if last:
            break
    if saved is None:
        save()
    if first:
        passed, taken = time.perf_counter() - begun, facts['step'] - began_at
        print(f"{taken} steps in {passed:.1f} s ({taken / passed:.2f} steps/s${sharing ? IMAGES_A_SECOND : ''})"
              f" on {together.count} x {together.device.type}; {path}", flush=True)
        log.close()
    together.close()


if __name__ == '__main__':
    try:
        run(read_options())
    except (RunError, OSError) as problem:
        sys.exit(f'{type(problem).__name__}: {problem}')`;
