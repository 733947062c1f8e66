# attack: goes on when nobody reads its output
# expect: output|time
# limits: wall=2s output=64K
import signal

signal.signal(signal.SIGPIPE, signal.SIG_IGN)
while True:
    try:
        os.write(1, b"x" * 65536)
    except OSError:
        pass
