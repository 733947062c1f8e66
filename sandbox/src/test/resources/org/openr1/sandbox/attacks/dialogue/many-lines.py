# attack: answers without end and does not read
# expect: output|time
# dialogue: listen
# limits: wall=1s output=64K
while True:
    os.write(1, b"x\n" * 32768)
