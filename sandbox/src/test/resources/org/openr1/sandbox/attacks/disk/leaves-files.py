# attack: leaves files, memory and settings for the next program
# expect: ok
# runs: 2
# stdout: done
import site

home = os.path.expanduser("~")
places = ["/box/left", "/tmp/left", "/dev/shm/left", "/var/tmp/left", home + "/left", "/box/__pycache__/left",
          "/box/sitecustomize.py", "/box/usercustomize.py", (site.getusersitepackages() or "/box") + "/left.pth"]
for path in places:
    if os.path.exists(path):
        escaped(f"{path} is still there")
for path in places:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write("x")
    except OSError:
        pass
key = 0x4F5231
segment = LIBC.shmget(key, 4096, 0o600)
if segment >= 0:
    escaped("shared memory is still there")
LIBC.shmget(key, 4096, 0o1600)
if LIBC.mq_open(b"/left", os.O_RDWR) >= 0:
    escaped("message queue is still there")
LIBC.mq_open(b"/left", os.O_RDWR | os.O_CREAT, 0o600, None)
say("done")
