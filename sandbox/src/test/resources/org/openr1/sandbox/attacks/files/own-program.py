# attack: overwrites the interpreter
# expect: blocked
for path in ("/proc/self/exe", sys.executable, "/usr/bin/env", "/usr/bin/bwrap", os.__file__):
    try:
        os.open(path, os.O_WRONLY)
        escaped(path)
    except OSError as e:
        (escaped if e.errno == errno.ETXTBSY else blocked)(str(e))
