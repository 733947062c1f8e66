# attack: programs started by subprocess, more than there may be processes
# expect: blocked|processes
# limits: processes=20
import subprocess

children = []
try:
    while len(children) < 200:
        children.append(subprocess.Popen(["sleep", "60"]))
except OSError as e:
    blocked(f"{len(children)} children: {e}")
if len(children) >= @MOST_PROCESSES@:
    escaped(f"{len(children)} children")
os._exit(0)
