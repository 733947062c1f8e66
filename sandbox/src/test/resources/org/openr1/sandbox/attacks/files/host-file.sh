# attack: reads a file of the host from the shell
# expect: blocked
for f in "@SECRET_FILE@" "/proc/1/root@SECRET_FILE@" "@PROJECT@/pom.xml" /etc/shadow /root/.bashrc; do
  if cat "$f" >/dev/null 2>&1; then echo "ESCAPED $f"; else echo "BLOCKED $f"; fi
done
