# attack: writes to outputs that it closed, through the files of process 1
# expect: blocked
os.close(2)
for pid in ("1", str(os.getppid())):
    attempt(f"output of process {pid}", lambda: os.write(os.open(f"/proc/{pid}/fd/2", os.O_WRONLY), b""))
