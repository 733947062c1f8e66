# attack: makes itself the last to be killed for lack of memory
# expect: blocked
def lower():
    with open("/proc/self/oom_score_adj", "w") as f:
        f.write("-1000")


attempt("oom_score_adj", lower)
