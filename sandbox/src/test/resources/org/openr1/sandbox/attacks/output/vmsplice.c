// attack: fills the output pipe by reference to memory
// expect: output|blocked|wrong_exit
// limits: output=64K
#include <sys/uio.h>

int main(void) {
  static char page[1 << 16];
  struct iovec v = {page, sizeof page};
  memset(page, 'x', sizeof page);
  for (int i = 0; i < 64; i++) {
    if (vmsplice(1, &v, 1, 0) < 0) {
      blocked("vmsplice", errno);
      return 0;
    }
  }
  return 0;
}
