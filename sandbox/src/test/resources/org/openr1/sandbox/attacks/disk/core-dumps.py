# attack: core dumps
# expect: blocked
import resource
import signal

if resource.getrlimit(resource.RLIMIT_CORE)[1] != 0:
    escaped("core dumps may be made")
before = set(os.listdir("/box"))
for _ in range(5):
    pid = os.fork()
    if pid == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))
        except (OSError, ValueError):
            pass
        signal.signal(signal.SIGABRT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGABRT)
        time.sleep(5)
    _, status = os.wait()
    if os.WCOREDUMP(status):
        escaped("core dump made")
if set(os.listdir("/box")) != before:
    escaped("files came up")
blocked("no core dumps")
