# attack: a file larger than files may be
# expect: blocked
# limits: file=1M
def fill():
    with open("a", "wb", buffering=0) as f:
        for _ in range(4):
            if f.write(b"x" * MIB) < MIB:
                raise OSError("short")


attempt("file of 4 MiB", fill)
