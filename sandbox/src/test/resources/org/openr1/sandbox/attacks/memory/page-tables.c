// attack: kernel memory by page tables of memory that is only read
// expect: memory|blocked
// limits: memory=64M
int main(void) {
  long span = 128L << 30;
  volatile char *p = mmap(NULL, (size_t)span, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) {
    blocked("mmap", errno);
    return 0;
  }
  madvise((void *)p, (size_t)span, MADV_NOHUGEPAGE);
  long sum = 0;
  for (long k = 0; k < span; k += 2 * MIB) sum += p[k];
  usleep(300000);
  escaped("MiB of page tables", 256 + sum);
  return 0;
}
