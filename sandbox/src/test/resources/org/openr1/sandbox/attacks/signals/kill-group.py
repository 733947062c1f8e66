# attack: SIGKILL to its process group, which may reach outside
# expect: wrong_exit
import signal

if os.getpgrp() == 0 or os.getsid(0) == 0:
    escaped("process group or session of the host")
else:
    say("group of its own")
    os.killpg(0, signal.SIGKILL)
