// attack: rewrites its own compiled file for the next run
// expect: ok
// runs: 2
// stdout: done
int main(void) {
  char path[4096] = "";
  char now[4200];
  if (readlink("/proc/self/exe", path, sizeof path - 1) < 0) return 0;
  snprintf(now, sizeof now, "%s.marker", path);
  if (access(now, F_OK) == 0) escaped("marker beside the program", 1);
  int marker = open(now, O_CREAT | O_WRONLY, 0600);
  if (marker >= 0) close(marker);
  if (open("/proc/self/exe", O_RDWR) >= 0) escaped("program open for writing", 1);
  chmod(path, 0777);
  unlink(path);
  int copy = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0777);
  if (copy >= 0) {
    static const char script[] = "#!/bin/sh\necho ESCAPED the program was changed by the run before\n";
    if (write(copy, script, sizeof script - 1) < 0) return 0;
    close(copy);
  }
  say("done", "", 0);
  return 0;
}
