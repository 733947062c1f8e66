# attack: system calls that are too new for the filter to know
# expect: blocked
for number in (463, 464, 465, 466, 467, 468, 469, 470, 500, 511, 600, 1000, 4095, 0x3FFFFFFF):
    result, code = syscall(number, -1, 0, 0, 0, 0, 0)
    (blocked if result == -1 and code in (errno.ENOSYS, errno.EPERM) else escaped)(f"call {number}: {result} {code}")
