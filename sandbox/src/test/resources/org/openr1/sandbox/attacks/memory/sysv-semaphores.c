// attack: kernel memory by System V semaphores
// expect: memory|blocked
// limits: memory=64M
#include <sys/ipc.h>
#include <sys/sem.h>

int main(void) {
  long sets = 0;
  while (sets < 20000 && semget(IPC_PRIVATE, 250, 0600 | IPC_CREAT) >= 0) sets++;
  usleep(300000);
  if (sets >= 16000) escaped("sets of 250 semaphores", sets);
  else blocked("sets of 250 semaphores", sets);
  return 0;
}
