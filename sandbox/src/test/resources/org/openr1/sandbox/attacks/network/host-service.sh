# attack: reaches a service of the host from the shell
# expect: blocked
for place in 127.0.0.1/@PORT@ 1.1.1.1/53; do
  if timeout 1 bash -c "exec 3<>/dev/tcp/$place" 2>/dev/null; then echo "ESCAPED $place"; else echo "BLOCKED $place"; fi
  if timeout 1 bash -c "echo x > /dev/udp/${place/127.0.0.1/1.1.1.1}" 2>/dev/null; then echo "ESCAPED udp $place"; fi
done
if command -v curl >/dev/null && curl -s -m 1 "http://127.0.0.1:@PORT@/" >/dev/null; then echo "ESCAPED curl"; fi
