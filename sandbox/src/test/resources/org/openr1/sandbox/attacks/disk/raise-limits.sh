# attack: raises its limits by ulimit
# expect: blocked
for flag in -n -f -c; do
  if [ "$(ulimit -H $flag)" != unlimited ] && ulimit $flag unlimited 2>/dev/null; then
    echo "ESCAPED ulimit $flag"
  fi
done
echo BLOCKED
