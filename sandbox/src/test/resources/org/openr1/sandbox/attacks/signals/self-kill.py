# attack: dies as if killed for memory
# expect: wrong_exit
import signal

os.kill(os.getpid(), signal.SIGKILL)
