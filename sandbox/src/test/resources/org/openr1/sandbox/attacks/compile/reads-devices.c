// attack: the compiler reads a device without end
// expect: compile_error
// slow: yes
#include "/dev/urandom"
#include "/dev/zero"
int main(void) { return 0; }
