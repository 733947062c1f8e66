# attack: kills its parent
# expect: blocked|wrong_exit
import signal

try:
    os.kill(os.getppid(), signal.SIGKILL)
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(0.3)
except OSError as e:
    say(str(e))
blocked("still here")
