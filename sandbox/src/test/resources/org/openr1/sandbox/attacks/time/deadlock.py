# attack: waits for itself
# expect: time
# limits: wall=1s
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
