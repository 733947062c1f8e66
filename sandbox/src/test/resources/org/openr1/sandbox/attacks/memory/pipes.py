# attack: kernel memory in pipes
# expect: memory|blocked
# limits: memory=64M open=256
import fcntl


def fill():
    total = 0
    for _ in range(8):
        if os.fork() == 0:
            held = 0
            try:
                while True:
                    r, w = os.pipe()
                    os.set_blocking(w, False)
                    try:
                        fcntl.fcntl(w, 1031, MIB)
                    except OSError:
                        pass
                    try:
                        while True:
                            held += os.write(w, b"x" * 65536)
                    except BlockingIOError:
                        pass
            except OSError:
                pass
            os.write(9, f"{held}\n".encode())
            time.sleep(60)
    return total


r, w = os.pipe()
os.dup2(w, 9)
fill()
time.sleep(1.5)
os.set_blocking(r, False)
try:
    held = sum(int(n) for n in os.read(r, 4096).split())
except BlockingIOError:
    held = 0
(escaped if held > 256 * MIB else blocked)(f"{held >> 20} MiB in pipes")
