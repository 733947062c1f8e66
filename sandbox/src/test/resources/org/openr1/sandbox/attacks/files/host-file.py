# attack: reads a file of the host by every way to name it
# expect: blocked
secret = "@SECRET_FILE@"
names = [secret, "/proc/1/root" + secret, "/proc/self/root" + secret, f"/proc/{os.getppid()}/root" + secret,
         "/oldroot" + secret, "/newroot" + secret, "/.." * 20 + secret, "../" * 40 + secret[1:], "//" + secret,
         "/proc/self/cwd/.." + secret, "/dev/fd/0/../../.." + secret, "/proc/@PID@/root" + secret]
for name in names:
    attempt(name, lambda: open(name).read())
for start in ("/", "/box", "/tmp", "/proc", "/proc/1/cwd", "/proc/1/root", "/dev", "/usr"):
    try:
        fd = os.open(start, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        continue
    attempt(f"from {start}", lambda: os.open("../" * 40 + secret[1:], os.O_RDONLY, dir_fd=fd))
os.symlink(secret, "/box/link")
attempt("by symbolic link", lambda: open("/box/link").read())
attempt("folder of the project", lambda: os.listdir("@PROJECT@"))
