# attack: fills /dev/shm
# expect: blocked
# limits: memory=256M writable=16M file=8M
def fill():
    for i in range(10):
        with open(f"/dev/shm/{i}", "wb", buffering=0) as f:
            for _ in range(4):
                f.write(b"x" * MIB)


attempt("40 MiB in /dev/shm", fill)
