# attack: takes away all rights of its folder so that nobody can clean it up
# expect: ok
# stdout: done
os.mkdir("a")
open("a/b", "w").close()
for path in ("a/b", "a", "/box", "/tmp", "/dev/shm"):
    try:
        os.chmod(path, 0)
    except OSError as e:
        say(str(e))
say("done")
