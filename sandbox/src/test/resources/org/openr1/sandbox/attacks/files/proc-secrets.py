# attack: reads the kernel's secrets
# expect: blocked
def lines(path):
    with open(path, "rb") as f:
        return f.read(1 << 16).splitlines()


def addresses(path):
    found = [x for x in lines(path) if x.split() and x.split()[0].strip(b"0x") != b""]
    if not found:
        raise OSError("only zeros")
    return found


attempt("kallsyms", lambda: addresses("/proc/kallsyms"))
for path in ("/proc/kcore", "/proc/kmsg", "/dev/kmsg", "/dev/mem", "/dev/kmem", "/dev/port", "/proc/kpagecount", "/proc/kpageflags",
             "/proc/kpagecgroup", "/proc/vmallocinfo", "/proc/slabinfo", "/proc/iomem/x", "/proc/sched_debug",
             "/proc/self/stack", "/proc/timer_list", "/sys/kernel/debug", "/sys/kernel/security", "/sys/firmware",
             "/proc/config.gz/x", "/proc/latency_stats"):
    try:
        with open(path, "rb") as f:
            if f.read(16):
                escaped(path)
            else:
                blocked(path + " is empty")
    except OSError as e:
        blocked(str(e))
buffer = ctypes.create_string_buffer(4096)
refused("kernel log", 103, 3, buffer, 4096)
refused("size of the kernel log", 103, 10, None, 0)
