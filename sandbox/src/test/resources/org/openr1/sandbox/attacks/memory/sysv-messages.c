// attack: kernel memory by System V message queues
// expect: memory|blocked
// limits: memory=64M
#include <sys/ipc.h>
#include <sys/msg.h>

static struct {
  long type;
  char text[8000];
} message = {1, ""};

int main(void) {
  long queues = 0;
  while (queues < 16000) {
    int id = msgget(IPC_PRIVATE, 0600 | IPC_CREAT);
    if (id < 0) break;
    while (msgsnd(id, &message, sizeof message.text, IPC_NOWAIT) == 0) {
    }
    queues++;
  }
  usleep(300000);
  if (queues >= 16000) escaped("full message queues", queues);
  else blocked("full message queues", queues);
  return 0;
}
