# attack: talks to parts of the kernel by netlink, such as the packet filter and the audit log
# expect: blocked
import socket

blocked("start")
for protocol, name in ((4, "socket diagnosis"), (6, "IPsec"), (9, "audit"), (10, "routing tables"), (12, "packet filter"),
                       (15, "device events"), (16, "generic"), (18, "SCSI"), (20, "RDMA"), (21, "cryptography")):
    try:
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
        escaped(f"netlink {name}")
    except OSError as e:
        say(f"{name}: {e}")
