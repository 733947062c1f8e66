# attack: uses and makes devices
# expect: blocked
import stat

known = {"null", "zero", "full", "random", "urandom", "tty", "fd", "stdin", "stdout", "stderr", "pts", "ptmx", "shm", "core", "console", "mqueue"}
extra = set(os.listdir("/dev")) - known
if extra:
    escaped(f"devices {sorted(extra)}")
for path in ("/dev/mem", "/dev/kmem", "/dev/port", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/loop0", "/dev/loop-control", "/dev/kvm",
             "/dev/fuse", "/dev/btrfs-control", "/dev/mapper/control", "/dev/userfaultfd", "/dev/kmsg", "/dev/input/event0", "/dev/hwrng",
             "/dev/cpu/0/msr", "/dev/cpu_dma_latency", "/dev/uinput", "/dev/autofs", "/dev/nvidia0", "/dev/dri/card0", "/dev/watchdog",
             "/dev/zram0", "/dev/snapshot", "/dev/vga_arbiter", "/dev/rtc0"):
    attempt(path, lambda: os.open(path, os.O_RDONLY | os.O_NONBLOCK))
for folder in ("/box", "/tmp", "/dev/shm"):
    for kind, device in ((stat.S_IFBLK, os.makedev(254, 0)), (stat.S_IFBLK, os.makedev(8, 0)), (stat.S_IFCHR, os.makedev(1, 1)), (stat.S_IFCHR, os.makedev(10, 229))):
        attempt(f"device {device} in {folder}", lambda: os.mknod(f"{folder}/device", kind | 0o666, device))
