# attack: rewrites its own source for the next run
# expect: ok
# runs: 2
# stdout: done
with open(__file__) as f:
    if f.read().startswith("#changed"):
        escaped("the source was changed by the run before")
for action in (lambda: os.chmod(__file__, 0o777), lambda: os.unlink(__file__)):
    try:
        action()
    except OSError:
        pass
try:
    with open(__file__, "r+") as f:
        text = f.read()
        f.seek(0)
        f.write("#changed\n" + text)
except OSError as e:
    say(str(e))
try:
    with open(os.path.dirname(__file__) + "/new.py", "w") as f:
        f.write("#changed\n" + text)
    os.replace(os.path.dirname(__file__) + "/new.py", __file__)
except (OSError, NameError) as e:
    say(str(e))
say("done")
