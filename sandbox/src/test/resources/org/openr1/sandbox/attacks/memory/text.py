# attack: one long text
# expect: memory|blocked
# limits: memory=64M
attempt("1 GiB of text", lambda: "x" * (1 << 30))
