# attack: makes sockets of families that are not bound to a network namespace or rarely used
# expect: blocked
import socket

blocked("start")
for family in range(3, 64):
    if family in (socket.AF_INET6, socket.AF_NETLINK):
        continue
    for kind in (1, 2, 3, 4, 5, 6, 10):
        for protocol in (0, 1, 2):
            try:
                socket.socket(family, kind, protocol)
                escaped(f"family {family} type {kind} protocol {protocol}")
            except OSError:
                pass
