# attack: becomes another user
# expect: blocked
for name, call in (("setuid", lambda: os.setuid(0)), ("setgid", lambda: os.setgid(0)), ("seteuid", lambda: os.seteuid(0)),
                   ("setreuid", lambda: os.setreuid(0, 0)), ("setresuid", lambda: os.setresuid(0, 0, 0)),
                   ("setresgid", lambda: os.setresgid(0, 0, 0)), ("user 1000", lambda: os.setuid(1000)),
                   ("setgroups", lambda: os.setgroups([0])), ("no groups", lambda: os.setgroups([]))):
    attempt(name, call)
LIBC.setfsuid(0)
if LIBC.setfsuid(-1) == 0:
    escaped("setfsuid")
for name in ("uid_map", "gid_map", "setgroups"):
    try:
        with open(f"/proc/self/{name}", "w") as f:
            f.write("allow" if name == "setgroups" else "0 0 1")
        escaped(name)
    except OSError as e:
        blocked(f"{name}: {e}")
