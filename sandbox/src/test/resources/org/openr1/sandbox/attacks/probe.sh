# Put before every shell attack.
if [ "$(id -u)" = 0 ] || [ "$PWD" != /box ] || [ -e /etc/shadow ]; then
  echo "ESCAPED not in a sandbox: $(id -u) $PWD"
  exit 3
fi
