# attack: sees keys, disks and sockets of the host in /proc
# expect: blocked
blocked("start")
checks = {
    "/proc/keys": lambda t: "keyring" in t,
    "/proc/net/unix": lambda t: len(t.splitlines()) > 3,
    "/proc/net/tcp": lambda t: len(t.splitlines()) > 1,
    "/proc/net/arp": lambda t: len(t.splitlines()) > 1,
    "/proc/net/route": lambda t: len(t.splitlines()) > 1,
    "/proc/net/dev": lambda t: any(x.split(":")[0].strip() != "lo" for x in t.splitlines()[2:]),
    "/proc/sysvipc/shm": lambda t: len(t.splitlines()) > 1,
    "/proc/sysvipc/msg": lambda t: len(t.splitlines()) > 1,
    "/proc/sys/kernel/random/boot_id/x": lambda t: True,
    "/proc/self/cgroup": lambda t: "@PROJECT@" in t,
}
for path, shows in checks.items():
    try:
        with open(path) as f:
            text = f.read()
        if shows(text):
            escaped(f"{path}: {text[:300]}")
    except OSError as e:
        say(str(e))
