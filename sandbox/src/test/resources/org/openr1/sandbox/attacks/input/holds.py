# attack: a background process holds the input
# expect: ok
# within: 4s
# input: 8M
# limits: wall=8s
# stdout: end
if os.fork() == 0:
    time.sleep(60)
say("end")
