# attack: talks to the machine that runs this virtual machine
# expect: blocked
import socket

for cid in (0, 1, 2, 3):
    attempt(f"vsock to {cid}", lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).connect((cid, 1024)))
attempt("vsock", lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM))
attempt("vsock datagrams", lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_DGRAM))
