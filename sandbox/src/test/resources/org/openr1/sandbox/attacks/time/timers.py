# attack: interrupts itself all the time
# expect: time
# limits: wall=1s
import signal

signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.00001, 0.00001)
while True:
    time.sleep(1)
