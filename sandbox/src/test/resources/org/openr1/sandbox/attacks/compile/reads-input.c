// attack: the compiler waits for input
// expect: compile_error
#include "/dev/stdin"
#include "/proc/self/fd/0"
int main(void) { return missing; }
