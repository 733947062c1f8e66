# attack: does not read its input and does not end
# expect: time
# input: 8M
# limits: wall=1s
time.sleep(60)
