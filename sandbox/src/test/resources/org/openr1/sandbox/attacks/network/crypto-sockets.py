# attack: uses the kernel's cryptography by sockets
# expect: blocked
import socket

attempt("AF_ALG", lambda: socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET, 0))
