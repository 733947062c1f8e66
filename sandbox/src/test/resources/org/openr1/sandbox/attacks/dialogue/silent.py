# attack: never answers its partner
# expect: time
# dialogue: listen
# limits: wall=1s
time.sleep(60)
