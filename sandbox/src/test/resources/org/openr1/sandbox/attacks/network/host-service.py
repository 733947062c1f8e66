# attack: reaches a service of the host on its loopback address
# expect: blocked
import socket

for host in ("127.0.0.1", "::1", "0.0.0.0", "127.1.2.3", "localhost", "::ffff:127.0.0.1"):
    attempt(host, lambda: socket.create_connection((host, @PORT@), timeout=0.5))
