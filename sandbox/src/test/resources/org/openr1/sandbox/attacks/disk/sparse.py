# attack: files that seem huge
# expect: blocked
for place in ("/box", "/tmp", "/dev/shm"):
    attempt(f"1 TiB in {place}", lambda: os.truncate(os.open(f"{place}/a", os.O_CREAT | os.O_RDWR), 1 << 40))
    attempt(f"end at 1 EiB in {place}", lambda: os.pwrite(os.open(f"{place}/b", os.O_CREAT | os.O_RDWR), b"x", 1 << 60))
    attempt(f"fallocate in {place}", lambda: os.posix_fallocate(os.open(f"{place}/c", os.O_CREAT | os.O_RDWR), 0, 1 << 34))
