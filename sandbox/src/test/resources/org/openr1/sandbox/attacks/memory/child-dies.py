# attack: a child is killed for memory and the parent says that all is well
# expect: memory|blocked
# limits: memory=64M
pid = os.fork()
if pid == 0:
    kept = []
    try:
        while len(kept) < 32:
            kept.append(b"x" * (8 * MIB))
    except MemoryError:
        os._exit(1)
    os._exit(9)
_, status = os.wait()
if os.waitstatus_to_exitcode(status) == 9:
    escaped("256 MiB in a child")
else:
    blocked(f"child ended with {status}")
