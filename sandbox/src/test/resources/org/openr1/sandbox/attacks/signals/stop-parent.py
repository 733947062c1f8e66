# attack: stops its parent so that nobody sees its end
# expect: ok
# within: 4s
# limits: wall=8s
import signal

try:
    os.kill(os.getppid(), signal.SIGSTOP)
except OSError as e:
    say(str(e))
say("done")
