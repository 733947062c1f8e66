# attack: closes its input while there is more to read
# expect: ok
# input: 4M
# stdout: end
os.close(0)
say("end")
