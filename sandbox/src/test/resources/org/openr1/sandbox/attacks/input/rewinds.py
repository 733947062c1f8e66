# attack: seeks in its input beyond both ends
# expect: ok
# input: 64K
# stdout: end
try:
    os.lseek(0, -1, 2)
    os.lseek(0, 1 << 40, 0)
    if os.read(0, 10):
        escaped("bytes beyond the end")
    os.lseek(0, 0, 0)
except OSError as e:
    say(str(e))
say("end")
