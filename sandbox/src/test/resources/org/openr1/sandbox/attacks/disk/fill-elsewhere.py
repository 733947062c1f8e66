# attack: fills any other folder it can write to
# expect: blocked
# limits: memory=256M writable=16M file=8M
blocked("start")
for folder, folders, _ in os.walk("/"):
    if folder.count("/") > 2:
        folders.clear()
    if folder.startswith(("/proc", "/box", "/tmp", "/dev/shm")):
        continue
    try:
        with open(f"{folder}/openr1-attack", "wb", buffering=0) as f:
            written = 0
            while written < 40:
                f.write(b"x" * MIB)
                written += 1
    except OSError:
        pass
    if os.path.exists(f"{folder}/openr1-attack") and not os.path.realpath(folder).startswith("/tmp"):
        escaped(f"a file in {folder}")
