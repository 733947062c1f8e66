# attack: traces processes
# expect: blocked
for pid in (1, os.getppid()):
    refused(f"PTRACE_SEIZE of {pid}", 101, 0x4206, pid, 0, 0)
child = os.fork()
if child == 0:
    result, code = syscall(101, 0, 0, 0, 0)
    os._exit(0 if result == -1 and code in (errno.EPERM, errno.ENOSYS) else 1)
_, status = os.waitpid(child, 0)
(escaped if status else blocked)(f"PTRACE_TRACEME: {status}")
refused("kcmp", 312, 1, os.getpid(), 0, 0, 0)
