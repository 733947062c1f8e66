// attack: never ends
// expect: time
// limits: wall=1s
int main(void) {
  for (volatile unsigned long i = 0;; i++) {
  }
}
