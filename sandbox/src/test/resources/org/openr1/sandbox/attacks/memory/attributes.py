# attack: kernel memory by extended attributes of files
# expect: memory|blocked
# containment: groups
# limits: memory=64M
def fill():
    for i in range(4000):
        path = f"/tmp/{i}"
        open(path, "w").close()
        os.setxattr(path, "user.a", b"x" * 65000)
    time.sleep(0.3)


attempt("256 MiB in attributes", fill)
