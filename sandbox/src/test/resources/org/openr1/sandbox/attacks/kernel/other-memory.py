# attack: moves memory of other processes
# expect: blocked
refused("move_pages", 279, 1, 0, None, None, None, 0)
refused("migrate_pages", 256, 1, 1, None, None)
refused("mbind", 237, 0, 0, 0, None, 0, 0)
refused("process_madvise", 440, -1, None, 0, 0, 0)
refused("process_mrelease", 448, -1, 0)
refused("memfd_secret", 447, 0)
refused("pidfd_getfd", 438, -1, 0, 0)
