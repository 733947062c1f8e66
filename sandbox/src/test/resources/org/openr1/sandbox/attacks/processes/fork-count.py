# attack: forks children that wait, more than there may be processes
# expect: blocked|processes
# limits: processes=20
children = 0
try:
    while children < 200:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        children += 1
except OSError as e:
    blocked(f"{children} children: {e}")
if children >= @MOST_PROCESSES@:
    escaped(f"{children} children")
