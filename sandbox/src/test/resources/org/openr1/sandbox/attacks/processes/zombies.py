# attack: leaves dead children unreaped, more than there may be processes
# expect: blocked|processes
# limits: processes=20
children = 0
try:
    while children < 500:
        if os.fork() == 0:
            os._exit(0)
        children += 1
except OSError as e:
    blocked(f"{children} zombies: {e}")
if children >= @MOST_PROCESSES@:
    escaped(f"{children} zombies")
