"""Runs programs of Python for tests. PyTorch is loaded once: each process is a fork of this one, which computes nothing.

Reads requests as lines of JSON, [{"args": ["script.py", ...] or ["-c", "text", ...], "cwd": ..., "env": {...}}, ...], processes that
run at once, and answers each with a line: what each printed and complained of, and the status of the first that failed, or 0.
"""
import json
import os
import runpy
import signal
import sys
import tempfile
import traceback

import torch  # noqa: F401
import torch.distributed  # noqa: F401


def run(args, cwd, env):
    """Runs a program as the command line would; @returns its status"""
    os.chdir(cwd)
    os.environ.update(env)
    try:
        if args[0] == '-c':
            sys.path[0], sys.argv = '', ['-c', *args[2:]]
            exec(compile(args[1], '<string>', 'exec'), {'__name__': '__main__'})
        else:
            sys.path[0], sys.argv = os.path.dirname(args[0]), [*args]
            runpy.run_path(args[0], run_name='__main__')
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


running = set()


def end(*_):
    """Told to end, it leaves nothing behind that still runs"""
    for child in running:
        os.kill(child, signal.SIGKILL)
    os._exit(1)


def start(job, streams):
    """@returns the number of a process whose words go to two files"""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream, file in zip((1, 2), streams):
        os.dup2(file.fileno(), stream)
    status = run(**job)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def answer(jobs):
    streams = [[tempfile.TemporaryFile() for _ in range(2)] for _ in jobs]
    for job, files in zip(jobs, streams):
        running.add(start(job, files))
    failure = 0
    while running:
        ended, status = os.wait()
        running.discard(ended)
        if status != 0 and failure == 0:
            failure = status
            # The others would wait for it.
            for child in running:
                os.kill(child, signal.SIGKILL)
    words = []
    for files in streams:
        for file in files:
            file.seek(0)
        words.append([file.read().decode() for file in files])
    return {'words': words, 'status': failure}


signal.signal(signal.SIGTERM, end)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
