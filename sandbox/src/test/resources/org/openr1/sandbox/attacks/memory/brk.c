// attack: moves the program break
// expect: memory|blocked
// limits: memory=64M
int main(void) {
  for (long i = 0; i < 256; i++) {
    char *p = sbrk(MIB);
    if (p == (void *)-1) {
      blocked("sbrk", i);
      return 0;
    }
    for (long k = 0; k < MIB; k += 4096) p[k] = 1;
  }
  escaped("MiB by sbrk", 256);
  return 0;
}
