// Put before every JavaScript attack.
if (process.getuid() === 0 || process.cwd() !== '/box' || require('fs').existsSync('/etc/shadow')) {
  console.log('ESCAPED not in a sandbox: ' + process.getuid() + ' ' + process.cwd());
  process.exit(3);
}
