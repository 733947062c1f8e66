# attack: writes what a supervisor may write to every descriptor it can guess
# expect: wrong_exit
for fd in range(3, 256):
    try:
        os.write(fd, b'{ "exit-code": 0 }\n')
        escaped(f"descriptor {fd} took a line")
    except OSError:
        pass
say('{ "exit-code": 0 }')
os.write(2, b'{ "child-pid": 1, "exit-code": 0 }\nOOM killed\nstatus=OK\n')
os._exit(7)
