# attack: CPU time spread over processes, none of which uses much
# expect: time
# within: 6s
# limits: wall=12s cpu=1s
for _ in range(15):
    if os.fork() == 0:
        break
while True:
    pass
