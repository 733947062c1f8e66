# attack: does not read its input
# expect: ok
# input: 8M
# stdout: end
say("end")
