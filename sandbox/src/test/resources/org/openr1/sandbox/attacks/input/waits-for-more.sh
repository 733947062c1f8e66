# attack: waits for input that does not come
# expect: ok
# stdout: end
read -r line
cat
echo end
