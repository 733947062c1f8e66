# attack: nested lists multiplied
# expect: memory|blocked|time
# limits: wall=3s memory=64M
def fill():
    rows = [[0] * 1000 for _ in range(1000)]
    for _ in range(8):
        rows = [list(r) for r in rows * 2]


attempt("many lists", fill)
