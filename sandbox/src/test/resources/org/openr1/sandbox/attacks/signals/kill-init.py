# attack: every signal to process 1
# expect: blocked|wrong_exit
import signal

for number in signal.valid_signals():
    try:
        os.kill(1, number)
    except OSError:
        pass
time.sleep(0.2)
blocked("still here")
