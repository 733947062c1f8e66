# attack: TCP to the internet
# expect: blocked
import socket

for address in (("1.1.1.1", 53), ("8.8.8.8", 443), ("169.254.169.254", 80), ("10.0.0.1", 80), ("192.168.0.1", 80), ("172.17.0.1", 80)):
    attempt(str(address), lambda: socket.create_connection(address, timeout=0.5))
for address in ("2606:4700:4700::1111", "fe80::1", "ff02::1"):
    attempt(address, lambda: socket.create_connection((address, 80), timeout=0.5))
