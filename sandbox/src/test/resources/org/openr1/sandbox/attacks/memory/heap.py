# attack: takes memory without end
# expect: memory|blocked
# limits: memory=64M
kept = []


def fill():
    while len(kept) < 32:
        kept.append(b"x" * (8 * MIB))


attempt("256 MiB of heap", fill)
