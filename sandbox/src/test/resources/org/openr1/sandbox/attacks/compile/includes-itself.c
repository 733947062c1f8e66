// attack: includes itself
// expect: compile_error
// slow: yes
#ifdef FIRST
int x = missing;
#endif
#define FIRST
#include "main.c"
#include "main.c"
int main(void) { return 0; }
