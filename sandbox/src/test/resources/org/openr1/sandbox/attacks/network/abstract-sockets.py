# attack: reaches services of the host by sockets without files
# expect: blocked
import socket

for name in ("/tmp/.X11-unix/X0", "/tmp/dbus-x", "/containerd-shim/x.sock", "ISCSIADM_ABSTRACT_NAMESPACE", "@SOCKET@"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        s = socket.socket(socket.AF_UNIX, kind)
        attempt(name, lambda: s.connect("\0" + name))
with open("/proc/net/unix") as f:
    for line in f.read().splitlines()[1:]:
        if "@" in line or "/" in line:
            escaped(line)
