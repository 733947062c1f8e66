# attack: changes settings of the kernel in /proc (opens them only; those of its own namespaces do no harm)
# expect: blocked
blocked("start")
for path in ("/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hotplug", "/proc/sys/kernel/sysrq",
             "/proc/sys/kernel/hostname", "/proc/sys/kernel/domainname",
             "/proc/sys/kernel/randomize_va_space", "/proc/sys/kernel/yama/ptrace_scope", "/proc/sys/kernel/dmesg_restrict",
             "/proc/sys/kernel/unprivileged_bpf_disabled",
             "/proc/sys/vm/overcommit_memory", "/proc/sys/vm/drop_caches", "/proc/sys/vm/panic_on_oom", "/proc/sys/vm/max_map_count",
             "/proc/sys/fs/file-max", "/proc/sys/fs/suid_dumpable", "/proc/sys/fs/protected_symlinks",
             "/proc/sys/fs/inotify/max_user_watches", "/proc/sys/fs/binfmt_misc/register", "/proc/sys/user/max_user_namespaces",
             "/proc/sys/net/ipv4/ip_forward", "/proc/sys/net/ipv4/ping_group_range", "/proc/sys/net/ipv4/ip_unprivileged_port_start",
             "/proc/sys/net/core/somaxconn", "/proc/sysrq-trigger", "/proc/irq/default_smp_affinity", "/proc/mtrr", "/proc/bus/pci",
             "/proc/scsi/scsi", "/proc/acpi/wakeup", "/proc/timer_stats",
             "/proc/self/sessionid", "/sys/kernel/uevent_helper", "/sys/power/state"):
    try:
        os.close(os.open(path, os.O_WRONLY))
        escaped(path)
    except OSError as e:
        say(str(e))
