# attack: memory by files in the working directory
# expect: memory|blocked
# containment: groups
# limits: memory=64M writable=512M file=512M
def fill():
    with open("a", "wb", buffering=0) as f:
        for _ in range(256):
            f.write(b"x" * MIB)
    time.sleep(0.3)


attempt("256 MiB in the working directory", fill)
