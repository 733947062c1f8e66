// attack: kernel memory by as many mappings as there may be, in many processes
// expect: memory|blocked|processes|time
// limits: memory=64M processes=40
int main(void) {
  int ready[2];
  if (pipe(ready) != 0) return 1;
  long children = 0;
  for (; children < 30; children++) {
    pid_t pid = fork();
    if (pid < 0) break;
    if (pid == 0) {
      for (long i = 0; i < 60000; i++) {
        if (mmap(NULL, 4096, i % 2 ? PROT_READ : PROT_NONE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) break;
      }
      if (write(ready[1], "x", 1) < 0) _exit(1);
      sleep(60);
      _exit(0);
    }
  }
  close(ready[1]);
  char c;
  long full = 0;
  while (full < children && read(ready[0], &c, 1) == 1) full++;
  usleep(200000);
  if (full >= 30) escaped("processes with 60000 mappings each", full);
  else blocked("processes with 60000 mappings each", full);
  return 0;
}
