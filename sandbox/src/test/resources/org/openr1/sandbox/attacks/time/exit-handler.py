# attack: loops while ending
# expect: time
# limits: wall=1s
import atexit


@atexit.register
def again():
    while True:
        pass
