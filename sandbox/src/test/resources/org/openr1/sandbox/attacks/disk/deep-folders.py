# attack: folders too deep for a simple clean-up
# expect: ok|memory
# stdout: done
for place in ("/tmp", "/box", "/dev/shm"):
    os.chdir(place)
    for _ in range(3000):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
say("done")
