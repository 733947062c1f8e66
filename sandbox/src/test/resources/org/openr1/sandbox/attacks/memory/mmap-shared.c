// attack: shared anonymous memory
// expect: memory|blocked
// limits: memory=64M
int main(void) {
  char *p = mmap(NULL, 256 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) {
    blocked("mmap", errno);
    return 0;
  }
  for (long k = 0; k < 256 * MIB; k += 4096) p[k] = 1;
  escaped("MiB shared", 256);
  return 0;
}
