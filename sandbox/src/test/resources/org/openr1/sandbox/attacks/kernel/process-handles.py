# attack: signals and reaps by process handles
# expect: blocked
blocked("start")
for pid in (1, os.getppid(), @PID@):
    handle, code = syscall(434, pid, 0)
    if handle < 0:
        say(f"pidfd_open of {pid}: {code}")
        continue
    for fd in range(10):
        if syscall(438, handle, fd, 0)[0] >= 0:
            escaped(f"descriptor {fd} of {pid}")
if syscall(434, @PID@, 0)[0] >= 0:
    escaped("handle of the host's process")
