# attack: too much output and a quick good end
# expect: output
# limits: output=64K
sys.stdout.write("x" * 200_000)
sys.stdout.flush()
os._exit(0)
