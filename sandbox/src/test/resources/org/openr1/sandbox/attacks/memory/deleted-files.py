# attack: memory by files that are deleted but open
# expect: memory|blocked
# containment: groups
# limits: memory=64M writable=512M file=512M
def fill():
    kept = []
    for i in range(32):
        f = open(f"/tmp/{i}", "w+b", buffering=0)
        os.unlink(f"/tmp/{i}")
        for _ in range(8):
            f.write(b"x" * MIB)
        kept.append(f)
    time.sleep(0.3)


attempt("256 MiB in deleted files", fill)
