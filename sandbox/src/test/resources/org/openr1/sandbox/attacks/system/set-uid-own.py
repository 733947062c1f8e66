# attack: makes set-uid programs and files with capabilities of its own
# expect: blocked
import shutil
import subprocess

shutil.copy("/usr/bin/id", "/box/id")
for mode in (0o4755, 0o6755):
    try:
        os.chmod("/box/id", mode)
    except OSError:
        pass
attempt("owner root", lambda: os.chown("/box/id", 0, 0))
attempt("capability", lambda: os.setxattr("/box/id", "security.capability", bytes.fromhex("0100000200000400000000000000000000000000")))
try:
    out = subprocess.run(["/box/id", "-u"], capture_output=True, text=True).stdout.strip()
except OSError as e:
    out = str(e)
(escaped if out == "0" else blocked)(out)
