# attack: stops itself, as by ctrl-z
# expect: time
# limits: wall=1s
import signal

os.kill(os.getpid(), signal.SIGSTOP)
time.sleep(60)
