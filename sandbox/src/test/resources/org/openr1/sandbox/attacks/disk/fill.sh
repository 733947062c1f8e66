# attack: fills the disk by dd and fallocate
# expect: blocked
# limits: memory=256M writable=16M file=64M
for place in /tmp /box /dev/shm / /dev /var /var/tmp /run /usr/tmp; do
  head -c 40000000 /dev/zero > "$place/dd" 2>/dev/null
  fallocate -l 40000000 "$place/fa" 2>/dev/null
  size=$(stat -c %s "$place/dd" 2>/dev/null || echo 0)
  more=$(stat -c %s "$place/fa" 2>/dev/null || echo 0)
  rm -f "$place/dd" "$place/fa"
  if [ "$size" -gt 17000000 ] || [ "$more" -gt 17000000 ]; then echo "ESCAPED $place $size $more"; fi
done
echo BLOCKED
