# attack: never ends
# expect: time
# limits: wall=1s
while True:
    pass
