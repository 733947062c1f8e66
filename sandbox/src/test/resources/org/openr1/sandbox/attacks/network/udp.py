# attack: sends UDP outside, also to everybody
# expect: blocked
import socket

for address in ("1.1.1.1", "255.255.255.255", "224.0.0.1", "10.255.255.255"):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    attempt(f"UDP to {address}", lambda: s.sendto(b"x", (address, 53)))
s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
attempt("UDP to IPv6", lambda: s.sendto(b"x", ("2606:4700:4700::1111", 53)))
