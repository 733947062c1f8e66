# attack: deletes all it can
# expect: ok
# stdout: done
import shutil

for path in ("/box", "/tmp", "/dev/shm", "/var", "/run", "/etc", "/usr"):
    shutil.rmtree(path, ignore_errors=True)
if not os.path.exists("/usr/bin/env"):
    escaped("/usr is gone")
say("done")
