// attack: the compiler shows files of the host in its messages
// expect: compile_error
#include "@SECRET_FILE@"
#include "/etc/shadow"
#include "/proc/1/environ"
#include "/proc/self/environ"
int main(void) { return 0; }
