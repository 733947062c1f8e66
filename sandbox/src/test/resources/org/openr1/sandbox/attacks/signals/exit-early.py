# attack: ends at once with status 0, having printed a guess
# expect: ok
# stdout: 42
say("42")
os._exit(0)
