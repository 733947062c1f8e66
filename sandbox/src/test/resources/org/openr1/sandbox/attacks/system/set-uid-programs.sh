# attack: becomes root by set-uid programs
# expect: blocked
for command in "su root -c id" "sudo -n id" "pkexec id" "newgrp root" "mount -t tmpfs none /tmp" "umount /usr" "chsh -s /bin/sh root" "ping -c 1 -W 1 127.0.0.1"; do
  out=$(timeout 2 $command </dev/null 2>/dev/null)
  case "$out" in *uid=0*) echo "ESCAPED $command: $out";; *) echo "BLOCKED $command";; esac
done
if [ -w /usr ] || mountpoint -q /tmp/none; then echo "ESCAPED /usr is writable"; fi
