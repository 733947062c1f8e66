# attack: looks for descriptors it was not meant to have
# expect: blocked
blocked("start")
for fd in range(3, 4096):
    try:
        mode = os.fstat(fd)
        escaped(f"descriptor {fd} is open: {os.readlink(f'/proc/self/fd/{fd}')}")
    except OSError:
        pass
for fd in range(3):
    target = os.readlink(f"/proc/self/fd/{fd}")
    if target.startswith("socket:") or "tty" in target or "/pts/" in target:
        escaped(f"descriptor {fd} is {target}")
