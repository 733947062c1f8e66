// attack: System V shared memory, attached and detached again
// expect: memory|blocked
// limits: memory=64M
#include <sys/shm.h>

int main(void) {
  for (long i = 0; i < 16; i++) {
    int id = shmget(IPC_PRIVATE, 16 * MIB, 0600 | IPC_CREAT);
    if (id < 0) {
      blocked("shmget", errno);
      return 0;
    }
    char *p = shmat(id, NULL, 0);
    if (p == (void *)-1) {
      blocked("shmat", errno);
      return 0;
    }
    for (long k = 0; k < 16 * MIB; k += 4096) p[k] = 1;
    shmdt(p);
  }
  usleep(300000);
  escaped("MiB in System V segments", 256);
  return 0;
}
