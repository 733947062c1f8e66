# Put before every Python attack. A probe says ESCAPED where a forbidden thing worked, else BLOCKED.
import ctypes
import errno
import os
import sys
import time

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long
MIB = 1 << 20


def say(text):
    os.write(1, (text + "\n").encode("utf-8", "replace"))


def escaped(what):
    say("ESCAPED " + what)


def blocked(what):
    say("BLOCKED " + what)


def attempt(what, action):
    """Tries what must not work; gives its result all the same."""
    try:
        result = action()
    except (OSError, ValueError, MemoryError) as e:
        blocked(f"{what}: {e}")
        return None
    escaped(what)
    return result


def syscall(number, *arguments):
    """The result of a system call and its error number."""
    ctypes.set_errno(0)
    longs = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = LIBC.syscall(ctypes.c_long(number), *longs)
    return result, ctypes.get_errno()


def refused(what, number, *arguments, also=()):
    """A system call that must be refused, not merely fail."""
    result, code = syscall(number, *arguments)
    name = errno.errorcode.get(code, str(code))
    if result != -1:
        escaped(f"{what} gave {result}")
    elif code in (errno.EPERM, errno.EACCES, errno.ENOSYS, *also):
        blocked(f"{what}: {name}")
    else:
        escaped(f"{what} is within reach: {name}")


if os.getuid() == 0 or os.geteuid() == 0 or os.getcwd() != "/box" or os.path.exists("/etc/shadow"):
    escaped(f"not in a sandbox: uid {os.getuid()}, folder {os.getcwd()}")
    os._exit(3)
