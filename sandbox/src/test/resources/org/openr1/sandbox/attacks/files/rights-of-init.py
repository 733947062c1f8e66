# attack: looks for rights that process 1 has more; it belongs to the same user, so its memory can be rewritten
# expect: blocked
blocked("start")


def status(pid):
    with open(f"/proc/{pid}/status") as f:
        return dict(line.rstrip("\n").split(":\t", 1) for line in f if ":\t" in line)


for pid in {1, os.getppid()}:
    values, own = status(pid), status("self")
    for name in ("Uid", "Gid", "Groups", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp"):
        if values.get(name) != own.get(name):
            escaped(f"{name} of {pid} is {values.get(name)}")
    for kind in ("mnt", "net", "pid", "uts", "ipc", "cgroup", "user"):
        if os.readlink(f"/proc/{pid}/ns/{kind}") != os.readlink(f"/proc/self/ns/{kind}"):
            escaped(f"{kind} namespace of {pid}")
    for n in os.listdir(f"/proc/{pid}/fd"):
        target = os.readlink(f"/proc/{pid}/fd/{n}")
        if not target.startswith("pipe:") and target != "anon_inode:[eventfd]":
            escaped(f"descriptor {n} of {pid} is {target}")
        if int(n) > 2:
            attempt(f"descriptor {n}", lambda: os.open(f"/proc/{pid}/fd/{n}", os.O_RDWR))
    handle, _ = syscall(434, pid, 0)
    for n in range(16):
        refused(f"pidfd_getfd of {n} of {pid}", 438, handle, n, 0)
    buffer = ctypes.create_string_buffer(64)
    vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
    remote = (ctypes.c_void_p * 2)(0x400000, 64)
    refused(f"process_vm_readv of {pid}", 310, pid, vector, 1, remote, 1, 0)
    refused(f"process_vm_writev of {pid}", 311, pid, vector, 1, remote, 1, 0)
