# attack: changes the files it was given, for the next run
# expect: ok
# runs: 2
# file: given.txt=as it was
# stdout: end
with open("given.txt") as f:
    if f.read() != "as it was":
        escaped("the file was changed by the run before")
for action in (lambda: os.chmod("given.txt", 0o777),
               lambda: open("given.txt", "w").write("changed"),
               lambda: os.truncate("given.txt", 1),
               lambda: os.unlink("given.txt"),
               lambda: open("given.txt", "w").write("changed"),
               lambda: os.rename("main.py", "given.txt")):
    try:
        action()
    except OSError:
        pass
say("end")
