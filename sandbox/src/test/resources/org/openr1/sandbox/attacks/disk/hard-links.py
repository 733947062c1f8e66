# attack: hard links to and renames of the system's files
# expect: blocked
for path in ("/usr/bin/env", "/etc/passwd", "/usr/bin/su", "/proc/self/exe", "/proc/1/exe"):
    attempt(f"link to {path}", lambda: os.link(path, "/box/link-" + os.path.basename(path)))
    attempt(f"rename of {path}", lambda: os.rename(path, "/box/moved-" + os.path.basename(path)))
    attempt(f"{path} over", lambda: os.rename("/proc/self/cwd/main.py", path))
