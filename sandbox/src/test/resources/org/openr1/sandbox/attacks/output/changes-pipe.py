# attack: changes the flags and size of the pipe that the sandbox reads, and reads from it itself
# expect: ok
# stdout: end
import fcntl

for fd in (1, 2):
    for action in (lambda: os.set_blocking(fd, False),
                   lambda: fcntl.fcntl(fd, 1031, 1 << 20),
                   lambda: fcntl.fcntl(fd, fcntl.F_SETFL, os.O_ASYNC | os.O_APPEND),
                   lambda: fcntl.fcntl(fd, fcntl.F_SETOWN, 1),
                   lambda: fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB),
                   lambda: os.fchmod(fd, 0),
                   lambda: os.lseek(fd, 0, 0),
                   lambda: os.ftruncate(fd, 0)):
        try:
            action()
        except OSError:
            pass
    try:
        again = os.open(f"/proc/self/fd/{fd}", os.O_RDWR | os.O_NONBLOCK)
        os.read(again, 1)
    except OSError:
        pass
say("end")
