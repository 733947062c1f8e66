# attack: leaves or changes its control group
# expect: blocked
os.mkdir("/tmp/c")
refused("mount of cgroup2", 165, b"none", b"/tmp/c", b"cgroup2", 0, None)
refused("mount of cgroup", 165, b"none", b"/tmp/c", b"cgroup", 0, b"memory")
for folder in ("/sys/fs/cgroup", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids", "/sys/fs/cgroup/unified", "/proc/1/root/sys/fs/cgroup"):
    for name in ("cgroup.procs", "tasks", "release_agent", "memory.max", "memory.limit_in_bytes", "pids.max", "notify_on_release"):
        attempt(f"{folder}/{name}", lambda: os.open(f"{folder}/{name}", os.O_WRONLY))
    attempt(f"group in {folder}", lambda: os.mkdir(folder + "/attack"))
