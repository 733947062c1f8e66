# attack: writes to the system's folders
# expect: blocked
for folder in ("/", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin", "/bin", "/sbin", "/lib", "/etc", "/etc/alternatives",
               "/dev", "/dev/pts", "/proc", "/proc/self", "/sys", "/boot", "/root", "/home", "/opt", "/run", "/var", "/var/lib"):
    attempt(f"file in {folder}", lambda: os.open(folder + "/openr1-attack", os.O_CREAT | os.O_WRONLY))
    attempt(f"folder in {folder}", lambda: os.mkdir(folder + "/openr1-attack-folder"))
    attempt(f"link in {folder}", lambda: os.symlink("/", folder + "/openr1-attack-link"))
for path in ("/etc/passwd", "/etc/group", "/etc/ld.so.cache", "/usr/bin/env", "/lib64/ld-linux-x86-64.so.2"):
    attempt(f"{path} for writing", lambda: os.open(path, os.O_WRONLY))
    attempt(f"length of {path}", lambda: os.truncate(path, 0))
    attempt(f"rights of {path}", lambda: os.chmod(path, 0o777))
    attempt(f"time of {path}", lambda: os.utime(path))
    attempt(f"owner of {path}", lambda: os.chown(path, 65534, 65534))
    attempt(f"removal of {path}", lambda: os.unlink(path))
    attempt(f"attribute of {path}", lambda: os.setxattr(path, "user.a", b"x"))
