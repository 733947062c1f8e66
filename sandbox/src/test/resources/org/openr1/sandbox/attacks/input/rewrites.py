# attack: opens its input again for writing, changes its rights and its length
# expect: blocked
# input: 64K
import stat

if stat.S_ISREG(os.fstat(0).st_mode):
    attempt("input open for writing", lambda: os.open("/proc/self/fd/0", os.O_RDWR))
    attempt("rights of the input", lambda: os.fchmod(0, 0o777))
    attempt("length of the input", lambda: os.ftruncate(0, 0))
    attempt("owner of the input", lambda: os.fchown(0, 65534, 65534))
    say("path " + os.readlink("/proc/self/fd/0"))
else:
    blocked("not a file")
