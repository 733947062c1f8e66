# attack: kernel memory by file watches
# expect: blocked|memory
# limits: memory=64M
count = watches = 0
kept = []
while count < 10000:
    fd = LIBC.inotify_init()
    if fd < 0:
        break
    kept.append(fd)
    count += 1
(escaped if count >= 1000 else blocked)(f"{count} watchers")
for fd in kept[1:]:
    os.close(fd)
if kept:
    for i in range(200_000):
        path = f"/tmp/{i}"
        try:
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
        except OSError:
            break
        if LIBC.inotify_add_watch(kept[0], path.encode(), 2) < 0:
            break
        watches += 1
(escaped if watches >= 200_000 else blocked)(f"{watches} watches")
