// attack: writes to read-only mapped files of the system, by private and shared mappings and by splice
// expect: blocked
int main(void) {
  int fd = open("/usr/bin/env", O_RDONLY);
  if (fd < 0) return 1;
  if (mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) != MAP_FAILED) escaped("shared mapping for writing", 1);
  void *p = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
  if (p != MAP_FAILED && mprotect(p, 4096, PROT_READ | PROT_WRITE) == 0) escaped("mapping made writable", 1);
  char before[16] = "", after[16] = "";
  if (pread(fd, before, sizeof before, 0) != sizeof before) return 1;
  int ends[2];
  loff_t at = 0;
  if (pipe(ends) == 0 && splice(fd, &at, ends[1], NULL, 1, 0) == 1) {
    if (write(ends[1], "attack", 6) != 6) return 1;
  }
  if (pread(fd, after, sizeof after, 0) != sizeof after) return 1;
  if (memcmp(before, after, sizeof before) != 0) escaped("page of a file changed", 1);
  else blocked("page of a file unchanged", 0);
  return 0;
}
