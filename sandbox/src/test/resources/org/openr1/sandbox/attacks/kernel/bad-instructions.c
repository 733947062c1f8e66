// attack: instructions that only the kernel may use
// expect: blocked|wrong_exit
static volatile int caught;

static void tell(int number) {
  (void)number;
  blocked("instruction", caught++);
  if (caught == 1) __asm__ volatile("cli");
  _exit(0);
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tell;
  action.sa_flags = SA_NODEFER;
  sigaction(SIGSEGV, &action, NULL);
  sigaction(SIGILL, &action, NULL);
  __asm__ volatile("hlt");
  escaped("hlt", 0);
  return 0;
}
