// attack: output without end, without buffering, one byte at a time
// expect: output|time
// limits: wall=3s output=64K
int main(void) {
  for (;;) {
    if (write(1, "x", 1) < 0) return 1;
  }
}
