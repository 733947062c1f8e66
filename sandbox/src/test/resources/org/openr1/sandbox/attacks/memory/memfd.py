# attack: files in memory that no file system limits, written and never mapped
# expect: memory|blocked
# limits: memory=64M file=64M
def fill():
    for i in range(16):
        fd = os.memfd_create(f"m{i}")
        for _ in range(16):
            os.write(fd, b"x" * MIB)
    time.sleep(0.3)


attempt("256 MiB in memfd", fill)
