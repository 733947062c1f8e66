// attack: recursion without end
// expect: wrong_exit|memory
static int depth(volatile char *above) {
  volatile char here[4096];
  here[0] = above ? above[0] : 1;
  return depth(here) + here[0];
}

int main(void) { return depth(NULL); }
