// attack: system calls of the x32 kind, past the filter
// expect: blocked|wrong_exit
int main(void) {
  long numbers[] = {39, 272, 165, 321, 521, 41};
  for (unsigned i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    long result = syscall(0x40000000L | numbers[i], 0x10000000L, 0, 0, 0, 0);
    if (result >= 0 || errno == EFAULT || errno == EINVAL) escaped("x32 call", numbers[i]);
    else blocked("x32 call", errno);
  }
  return 0;
}
