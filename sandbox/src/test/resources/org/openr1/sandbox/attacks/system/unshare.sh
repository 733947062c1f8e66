# attack: makes namespaces by the tools of the system
# expect: blocked
for command in "unshare -r id -u" "unshare -Urm id -u" "bwrap --ro-bind / / --unshare-user --uid 0 id -u" "nsenter -t 1 -m id -u" "chroot / id -u" "setpriv --reuid 0 id -u"; do
  out=$($command 2>/dev/null)
  if [ "$out" = 0 ]; then echo "ESCAPED $command"; else echo "BLOCKED $command"; fi
done
