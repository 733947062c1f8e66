// attack: never ends
// expect: time
// limits: wall=2s memory=512M
while (true) {
}
