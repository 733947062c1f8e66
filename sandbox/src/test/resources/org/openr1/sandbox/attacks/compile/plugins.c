// attack: the compiler runs code
// expect: compile_error
#pragma GCC poison getpid
#pragma GCC optimize("O3,plugin=/box/main.c")
#pragma GCC target("wrapper=/bin/sh")
__asm__(".include \"@SECRET_FILE@\"");
__asm__(".include \"/etc/shadow\"");
int main(void) { return getpid(); }
