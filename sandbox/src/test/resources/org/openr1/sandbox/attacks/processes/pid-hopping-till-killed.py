# attack: the whole program changes its process number without end and never returns
# expect: time|ok|processes
# limits: wall=1s
if os.fork():
    time.sleep(60)
for _ in range(4):
    os.fork()
while True:
    try:
        if os.fork():
            os._exit(0)
    except OSError:
        pass
