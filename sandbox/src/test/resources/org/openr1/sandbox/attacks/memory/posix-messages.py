# attack: kernel memory by POSIX message queues
# expect: memory|blocked
# limits: memory=64M


class Attributes(ctypes.Structure):
    _fields_ = [(n, ctypes.c_long) for n in ("flags", "maxmsg", "msgsize", "curmsgs", "a", "b", "c", "d")]


rt = ctypes.CDLL(None, use_errno=True)
count = 0
for i in range(250):
    attributes = Attributes(0, 10, 8192, 0)
    queue = rt.mq_open(f"/q{i}".encode(), os.O_CREAT | os.O_RDWR | os.O_NONBLOCK, 0o600, ctypes.byref(attributes))
    if queue < 0:
        break
    for _ in range(10):
        rt.mq_send(queue, b"x" * 8192, ctypes.c_size_t(8192), 0)
    count += 1
(escaped if count >= 200 else blocked)(f"{count} message queues")
