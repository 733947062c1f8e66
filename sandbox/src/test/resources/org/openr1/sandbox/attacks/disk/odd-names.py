# attack: file names that confuse a clean-up
# expect: ok
# stdout: done
for place in (b"/box", b"/tmp", b"/dev/shm"):
    for name in (b"-rf", b"a\nb", b"\xff\xfe", b" ", b"...", b"$(reboot)", b"`id`", b"x" * 255, b"\x1b[2J", b"*", "\u202e".encode()):
        with open(place + b"/" + name, "w") as f:
            f.write("x")
    os.symlink("/", place + b"/root")
    os.symlink("loop", place + b"/loop")
    os.mkfifo(place + b"/fifo")
say("done")
