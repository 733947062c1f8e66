# attack: changes interfaces and routes
# expect: blocked
import fcntl
import socket
import struct


def message(kind, body):
    try:
        s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
        s.settimeout(1)
        s.sendto(struct.pack("=IHHII", 16 + len(body), kind, 5 | 0x600, 1, 0) + body, (0, 0))
        code = struct.unpack("=i", s.recv(4096)[16:20])[0]
    except OSError as e:
        raise OSError(f"netlink {e}") from e
    if code:
        raise OSError(-code, os.strerror(-code))


attempt("dummy interface", lambda: message(16, struct.pack("=BxHiII", 0, 0, 0, 0, 0) + struct.pack("=HH4s", 8, 3, b"d0\0\0") + struct.pack("=HH", 16, 18 | 0x8000) + struct.pack("=HH6sxx", 10, 1, b"dummy\0")))
attempt("loopback down", lambda: message(16, struct.pack("=BxHiII", 0, 0, 1, 0, 1)))
attempt("address", lambda: message(20, struct.pack("=BBBBI", 2, 24, 0, 0, 1) + struct.pack("=HH4s", 8, 2, bytes([10, 0, 0, 2]))))
attempt("route", lambda: message(24, struct.pack("=BBBBBBBBI", 2, 0, 0, 0, 254, 3, 0, 1, 0) + struct.pack("=HHi", 8, 4, 1)))
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
attempt("flags of lo", lambda: fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 0)))
attempt("address of lo", lambda: fcntl.ioctl(s, 0x8916, struct.pack("16sHH4s8x", b"lo", 2, 0, bytes([10, 0, 0, 1]))))
attempt("bridge", lambda: fcntl.ioctl(s, 0x89A0, b"br0\0"))
