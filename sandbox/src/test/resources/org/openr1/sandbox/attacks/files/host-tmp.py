# attack: sees the host's temporary files
# expect: blocked
blocked("start")
for folder in ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue"):
    try:
        names = [n for n in os.listdir(folder)]
    except OSError as e:
        say(str(e))
        continue
    if names:
        escaped(f"{folder}: {names[:5]}")
