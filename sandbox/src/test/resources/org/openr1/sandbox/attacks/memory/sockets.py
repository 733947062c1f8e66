# attack: kernel memory in the buffers of socket pairs
# expect: memory|blocked
# limits: memory=64M open=250
import socket

r, w = os.pipe()
for _ in range(10):
    if os.fork() == 0:
        kept, held = [], 0
        try:
            while True:
                a, b = socket.socketpair()
                kept.append((a, b))
                for s in (a, b):
                    s.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 24)
                    s.setblocking(False)
                    try:
                        while True:
                            held += s.send(b"x" * 65536)
                    except BlockingIOError:
                        pass
        except OSError:
            pass
        os.write(w, f"{held}\n".encode())
        time.sleep(60)
        os._exit(0)
time.sleep(1.5)
os.set_blocking(r, False)
try:
    held = sum(int(n) for n in os.read(r, 4096).split())
except BlockingIOError:
    held = 0
(escaped if held > 192 * MIB else blocked)(f"{held >> 20} MiB in sockets")
