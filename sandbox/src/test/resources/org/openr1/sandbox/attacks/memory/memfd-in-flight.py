# attack: files in memory hidden in messages that nobody receives
# expect: memory|blocked
# limits: memory=64M file=64M
import socket


def fill():
    kept = []
    for i in range(16):
        fd = os.memfd_create(f"m{i}")
        for _ in range(16):
            os.write(fd, b"x" * MIB)
        a, b = socket.socketpair()
        kept.append((a, b))
        socket.send_fds(a, [b"x"], [fd])
        os.close(fd)
    time.sleep(0.3)


attempt("256 MiB in flight", fill)
