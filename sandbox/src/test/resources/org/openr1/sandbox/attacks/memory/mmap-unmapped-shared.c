// attack: shared memory of many objects, each unmapped again but kept by a descriptor
// expect: memory|blocked
// limits: memory=64M file=64M
int main(void) {
  for (long i = 0; i < 16; i++) {
    int fd = syscall(SYS_memfd_create, "hidden", 0);
    if (fd < 0 || ftruncate(fd, 16 * MIB) < 0) {
      blocked("memfd", errno);
      return 0;
    }
    char *p = mmap(NULL, 16 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (p == MAP_FAILED) {
      blocked("mmap", errno);
      return 0;
    }
    for (long k = 0; k < 16 * MIB; k += 4096) p[k] = 1;
    munmap(p, 16 * MIB);
  }
  usleep(300000);
  escaped("MiB in memfd", 256);
  return 0;
}
