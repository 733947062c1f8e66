# attack: starts more threads than there may be processes
# expect: blocked|processes
# limits: processes=20
import threading

started = 0
try:
    while started < 300:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        started += 1
except RuntimeError as e:
    blocked(f"{started} threads: {e}")
if started >= @MOST_PROCESSES@:
    escaped(f"{started} threads")
os._exit(0)
