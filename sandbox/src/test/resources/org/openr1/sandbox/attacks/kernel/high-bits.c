// attack: call numbers and arguments with high bits that a filter may not see but the kernel cuts off
// expect: blocked
static long call(unsigned long number, unsigned long a, unsigned long b) {
  long result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(0L) : "rcx", "r11", "memory");
  return result;
}

int main(void) {
  unsigned long high = 1UL << 32;
  long results[] = {
      call(high | 272, 0x10000000UL, 0),            // unshare
      call(272, high | 0x10000000UL, 0),            // unshare
      call(41, high | 40, 1),                       // socket of the host's machine
      call(41, high | 16, 3),                       // socket for netlink
      call(16, 0, high | 0x5412),                   // TIOCSTI
      call(high | 425, 4, 0),                       // io_uring_setup
      call(high << 8 | 165, 0, 0),                  // mount
      call(0xFFFFFFFF00000000UL | 321, 0, 0),       // bpf
  };
  for (unsigned i = 0; i < sizeof results / sizeof results[0]; i++) {
    if (results[i] == -EPERM || results[i] == -ENOSYS || results[i] == -EAFNOSUPPORT) blocked("call", results[i]);
    else escaped("call", (long)i);
  }
  return 0;
}
