# attack: lets its partner write without reading
# expect: time
# dialogue: talk
# limits: wall=1s
time.sleep(60)
