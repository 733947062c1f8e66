# attack: makes sockets of forbidden families in pairs
# expect: blocked
pair = (ctypes.c_int * 2)()
for family in range(2, 46):
    for kind in (1, 2, 5):
        result, code = syscall(53, family, kind, 0, pair)
        if result == 0:
            escaped(f"pair of family {family} type {kind}")
blocked("no pairs")
