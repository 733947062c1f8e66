# attack: types into a terminal of its own making
# expect: blocked|ok
import fcntl

try:
    main, other = os.openpty()
except OSError as e:
    blocked(str(e))
    os._exit(0)
os.setsid()
try:
    fcntl.ioctl(other, 0x540E, 0)
    fcntl.ioctl(other, 0x5412, b"x")
    say("typed into its own terminal")
except OSError as e:
    blocked(str(e))
