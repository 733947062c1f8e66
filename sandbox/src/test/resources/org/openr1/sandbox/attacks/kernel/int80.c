// attack: system calls of 32-bit programs, past the filter
// expect: blocked|wrong_exit
static long call32(long number, long argument) {
  long result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(argument) : "memory", "r8", "r9", "r10", "r11");
  return (int)result;
}

int main(void) {
  long pid = call32(20, 0);
  if (pid > 0) escaped("getpid by int 0x80", pid);
  long made = call32(310, 0x10000000);
  if (made == 0) escaped("unshare by int 0x80", made);
  blocked("int 0x80", pid);
  return 0;
}
