# attack: more open files than there may be
# expect: blocked
# limits: open=100
kept = []


def fill():
    while len(kept) < 110:
        kept.append(os.open("/dev/null", os.O_RDONLY))


attempt("110 open files", fill)
