# attack: SIGKILL to every process it may signal
# expect: blocked|wrong_exit
import signal

pids = [p for p in os.listdir("/proc") if p.isdigit()]
if len(pids) > 10:
    escaped(f"{len(pids)} processes in sight")
else:
    try:
        os.kill(-1, signal.SIGKILL)
    except OSError as e:
        say(str(e))
    blocked("still here")
