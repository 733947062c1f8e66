# attack: an answer without an end
# expect: output
# dialogue: listen
# limits: output=64K
while True:
    os.write(1, b"x" * 65536)
