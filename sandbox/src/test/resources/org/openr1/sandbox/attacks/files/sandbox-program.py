# attack: overwrites the sandbox's own program through /proc/1/exe
# expect: blocked
for pid in {1, os.getppid()}:
    for mode, name in ((os.O_WRONLY, "write"), (os.O_RDWR, "read and write"), (os.O_WRONLY | os.O_APPEND, "append")):
        try:
            os.open(f"/proc/{pid}/exe", mode)
            escaped(f"{name} of the program of {pid}")
        except OSError as e:
            (escaped if e.errno == errno.ETXTBSY else blocked)(f"{name} of the program of {pid}: {e}")
    for folder in ("root", "cwd"):
        try:
            names = os.listdir(f"/proc/{pid}/{folder}")
            if {"root", "work", "home"} & set(names):
                escaped(f"{folder} of {pid}: {names}")
        except OSError as e:
            say(str(e))
