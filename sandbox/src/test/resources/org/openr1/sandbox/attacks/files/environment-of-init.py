# attack: reads the environment and the command line of the sandbox's own process
# expect: blocked
blocked("start")
known = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PWD", "TMPDIR", "USER", "LOGNAME", "TZ", "SHLVL", "_", "OLDPWD"}
for pid in [p for p in os.listdir("/proc") if p.isdigit()] + ["self"]:
    try:
        with open(f"/proc/{pid}/environ", "rb") as f:
            for entry in f.read().split(b"\0"):
                name = entry.split(b"=")[0].decode("utf-8", "replace")
                if name and name not in known and not name.startswith(("PYTHON", "JAVA", "GO", "CARGO", "RUST")):
                    escaped(f"variable {name} of process {pid}")
    except OSError as e:
        say(str(e))
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as f:
            line = f.read().replace(b"\0", b" ").decode("utf-8", "replace")
            say(f"{pid}: {line}")
            if "@PROJECT@" in line:
                escaped(f"command line of process {pid} tells of the project")
    except OSError as e:
        say(str(e))
