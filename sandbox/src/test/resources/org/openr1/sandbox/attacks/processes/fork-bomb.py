# attack: forks for ever
# expect: processes|time
# limits: wall=2s
while True:
    try:
        os.fork()
    except OSError:
        pass
