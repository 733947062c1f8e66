# attack: reaches services of the host by sockets in the file system
# expect: blocked
import socket

for path in ("@SOCKET@", "/proc/1/root@SOCKET@", "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock",
             "/run/dbus/system_bus_socket", "/run/systemd/private", "/run/systemd/journal/socket", "/dev/log",
             "/tmp/.X11-unix/X0", "/run/snapd.socket", "/var/run/nscd/socket"):
    s = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    attempt(path, lambda: s.connect(path))
