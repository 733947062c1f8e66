# attack: lists the folders of the host
# expect: blocked
blocked("start")
for folder in ("@PROJECT@", "/root", "/home", "/work", "/var/log", "/var/lib", "/var/spool", "/var/run", "/run", "/mnt",
               "/media", "/srv", "/boot", "/lost+found", "/sys", "/sys/fs/cgroup", "/sys/class", "/opt", "/data"):
    try:
        names = os.listdir(folder)
        if names:
            escaped(f"{folder}: {names[:5]}")
    except OSError as e:
        say(str(e))
