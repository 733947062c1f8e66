# attack: takes precedence over other processes
# expect: blocked
attempt("higher priority", lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
attempt("higher priority of all", lambda: os.setpriority(os.PRIO_USER, 0, -5))
for policy in (os.SCHED_FIFO, os.SCHED_RR):
    attempt(f"policy {policy}", lambda: os.sched_setscheduler(0, policy, os.sched_param(1)))
    attempt(f"policy {policy} of process 1", lambda: os.sched_setscheduler(1, policy, os.sched_param(1)))
attributes = (ctypes.c_uint64 * 6)(48 | (6 << 32), 0, 0, 10_000_000, 30_000_000, 30_000_000)
refused("deadline policy", 314, 0, attributes, 0)
refused("disk precedence", 251, 1, 0, 1 << 13)
