// attack: takes much memory for a moment, between two looks of a watcher
// expect: memory|blocked
// limits: memory=64M
int main(void) {
  for (int i = 0; i < 40; i++) {
    char *p = mmap(NULL, 256 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) {
      blocked("mmap", errno);
      return 0;
    }
    for (long k = 0; k < 256 * MIB; k += 4096) p[k] = 1;
    munmap(p, 256 * MIB);
  }
  escaped("times 256 MiB for a moment", 40);
  return 0;
}
