# attack: one long line
# expect: ok
# stdout: yyyy
sys.stdout.write("y" * 900_000)
