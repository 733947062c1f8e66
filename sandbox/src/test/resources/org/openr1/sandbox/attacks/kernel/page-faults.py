# attack: handles page faults of the kernel
# expect: blocked
for flags in (0, 1, 0o2000000, 0o2000001):
    refused(f"userfaultfd {flags}", 323, flags)
attempt("/dev/userfaultfd", lambda: os.open("/dev/userfaultfd", os.O_RDWR))
