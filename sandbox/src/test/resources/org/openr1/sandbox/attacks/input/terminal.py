# attack: types into the terminal of the host
# expect: blocked
import fcntl

for fd in (0, 1, 2):
    attempt(f"TIOCSTI to {fd}", lambda: fcntl.ioctl(fd, 0x5412, b"x"))
    attempt(f"TIOCLINUX to {fd}", lambda: fcntl.ioctl(fd, 0x541C, b"\x03"))
    attempt(f"TIOCCONS to {fd}", lambda: fcntl.ioctl(fd, 0x541D))
for path in ("/dev/tty", "/dev/console", "/dev/tty0", "/dev/tty1", "/dev/ttyS0", "/dev/pts/0", "/dev/vcs", "/dev/vcsa1"):
    attempt(path, lambda: os.open(path, os.O_RDWR | os.O_NOCTTY))
