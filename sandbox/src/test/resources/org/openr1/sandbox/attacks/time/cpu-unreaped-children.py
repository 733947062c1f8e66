# attack: CPU time used by children whose parent ignores their end
# expect: time
# within: 8s
# limits: wall=12s cpu=1s
import signal

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
while True:
    try:
        if os.fork() == 0:
            end = time.process_time() + 0.05
            while time.process_time() < end:
                pass
            os._exit(0)
    except OSError:
        pass
    time.sleep(0.02)
