# attack: sees and signals a process of the host by its number
# expect: blocked
attempt("signal to the host's process", lambda: os.kill(@PID@, 0))
attempt("scheduling of the host's process", lambda: os.sched_getaffinity(@PID@))
if os.path.exists("/proc/@PID@"):
    escaped("/proc of the host's process")
