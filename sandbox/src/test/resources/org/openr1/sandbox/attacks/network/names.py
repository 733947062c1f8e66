# attack: looks up names
# expect: blocked
import socket

for name in ("example.com", "metadata.google.internal", "host.docker.internal"):
    attempt(name, lambda: socket.getaddrinfo(name, 80))
