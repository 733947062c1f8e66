# attack: one long number
# expect: memory|blocked
# limits: memory=64M
attempt("512 MiB of digits", lambda: (1 << (1 << 32)) - 1)
