// attack: reads a file of the host from JavaScript
// expect: blocked
// limits: wall=8s memory=512M
const fs = require('fs');
for (const f of ['@SECRET_FILE@', '/etc/shadow', '/proc/1/root@SECRET_FILE@', '@PROJECT@/pom.xml']) {
  try {
    fs.readFileSync(f);
    console.log('ESCAPED ' + f);
  } catch (e) {
    console.log('BLOCKED ' + e.code);
  }
}
const run = require('child_process').spawnSync('cat', ['@SECRET_FILE@']);
console.log(run.status === 0 ? 'ESCAPED cat' : 'BLOCKED cat');
try {
  process.kill(@PID@, 0);
  console.log('ESCAPED signal to the host');
} catch (e) {
  console.log('BLOCKED ' + e.code);
}
