# attack: fills the pool of random numbers with known data, counted as random
# expect: blocked
import fcntl
import struct

fd = os.open("/dev/urandom", os.O_RDWR) if os.access("/dev/urandom", os.W_OK) else os.open("/dev/urandom", os.O_RDONLY)
for name, request, value in (("RNDADDENTROPY", 0x40085203, struct.pack("ii4s", 8, 4, b"xxxx")), ("RNDADDTOENTCNT", 0x40045201, struct.pack("i", 8)),
                             ("RNDCLEARPOOL", 0x5206, b""), ("RNDRESEEDCRNG", 0x5207, b"")):
    attempt(name, lambda: fcntl.ioctl(fd, request, value))
