# attack: raises its limits
# expect: blocked
import resource

blocked("start")
for name in sorted(n for n in dir(resource) if n.startswith("RLIMIT_")):
    kind = getattr(resource, name)
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        attempt(f"{name} above {hard}", lambda: resource.setrlimit(kind, (hard + 1, hard + 1)))
        attempt(f"{name} without end", lambda: resource.setrlimit(kind, (-1, -1)))
        attempt(f"{name} of process 1", lambda: resource.prlimit(1, kind, (-1, -1)))
attempt("no files of its own", lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1 << 30, 1 << 30)))
