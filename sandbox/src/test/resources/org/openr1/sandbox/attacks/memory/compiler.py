# attack: source text that takes the Python compiler much memory
# expect: memory|blocked|wrong_exit|time
# limits: wall=3s memory=64M
def fill():
    compile("(1,)" + "*1000" * 1, "x", "eval")
    eval("((((1,)*1000,)*1000,)*1000,)")
    compile("x = [" + "{1: [2, (3, 4)]}, " * 2_000_000 + "]", "x", "exec")


attempt("much source text", fill)
