# attack: none; all of a large input comes through
# expect: ok
# input: 8M
# stdout: 8388608
say(str(len(sys.stdin.buffer.read())))
