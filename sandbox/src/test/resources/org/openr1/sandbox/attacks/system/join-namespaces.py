# attack: joins the namespaces of other processes
# expect: blocked
for pid in ("1", "self", "@PID@", str(os.getppid())):
    for kind in ("mnt", "net", "pid", "uts", "ipc", "cgroup", "user", "time"):
        try:
            fd = os.open(f"/proc/{pid}/ns/{kind}", os.O_RDONLY)
        except OSError as e:
            blocked(f"{kind} of {pid}: {e}")
            continue
        refused(f"{kind} of {pid}", 308, fd, 0)
handle, _ = syscall(434, 1, 0)
if handle >= 0:
    refused("all of process 1", 308, handle, 0x20000 | 0x40000000)
