# attack: reads files that only the administrator of the host may read
# expect: blocked
for path in ("/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/sudoers", "/etc/ssh/ssh_host_ed25519_key",
             "/root/.ssh/id_rsa", "/root/.bash_history", "/root/.bashrc", "/root/.m2/settings.xml",
             "/root/.cache", "/proc/1/environ/..", "/etc/machine-id", "/etc/hostname", "/etc/resolv.conf"):
    try:
        with open(path, "rb") as f:
            if f.read(1):
                escaped(path)
    except OSError as e:
        blocked(str(e))
